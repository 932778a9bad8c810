import Authentication
import EOrderRules
import HTML
import Procurement
import Tenancy

/// The beginning of a registration, and the way back into one.
struct RegistrationStart: Component {
  let language: Language
  /// The form of the way back.
  let form: FormState
  /// The registration of this browser.
  let email: String?
  let next: RegistrationStep?
  let promises: RegistrationPromises

  func write(to h: Hypertext) {
    h.div(.class("narrow")) {
      h.h1(language(RegistrationText.title))
      h.p(.class("lead")) { h.text(language(RegistrationText.lead)) }
      if let email, let next {
        h.section(.class("card")) {
          h.p(language(RegistrationText.goOnWith(email: email)))
          h.p { h.put(LinkButton(url: next.url, text: language(RegistrationText.goOn))) }
          h.put(
            ActionButton(
              url: "/register/discard", text: language(RegistrationText.discard), form: form, weight: .quiet))
        }
      } else {
        h.p {
          h.put(LinkButton(url: RegistrationStep.account.url, text: language(RegistrationText.begin)))
        }
        comingBack(h)
      }
      h.put(promises)
    }
  }

  private func comingBack(_ h: Hypertext) {
    h.details(.class("card step"), .open(!form.problems.isEmpty)) {
      h.summary(language(RegistrationText.goOn))
      h.p(language(RegistrationText.goOnLead))
      h.put(ErrorSummary(form: form))
      h.form(.post, to: "/register/resume") {
        h.put(HiddenFields(form: form))
        h.put(
          TextField(
            field: FieldLabel(name: "email", label: language(SignInText.email)), form: form, type: .email,
            maxLength: 254, autocomplete: "username"))
        h.put(
          TextField(
            field: FieldLabel(name: "password", label: language(SignInText.password)), form: form,
            type: .password, autocomplete: "current-password"))
        h.button(.submit, language(RegistrationText.goOn))
      }
    }
  }
}

/// What registering takes and brings, told before anybody begins: who may, what to have ready, how long it takes,
/// what it costs, what cannot be taken back.
struct RegistrationPromises: Component {
  let language: Language
  let rulebook: Rulebook

  func write(to h: Hypertext) {
    let vendors = rulebook.vendors
    h.section {
      h.h2(language(RegistrationText.whoMay))
      h.p(
        language(
          RegistrationText.whoSizes(
            small: vendors.allowedSizes.contains(.small), medium: vendors.allowedSizes.contains(.medium),
            cooperatives: vendors.allowsCooperatives)))
      h.p(language(RegistrationText.whoPlace(vendors.regionPolicy, province: rulebook.tenant.name)))
    }
    h.section {
      h.h2(language(RegistrationText.prepare))
      h.p(language(RegistrationText.prepareNumbers))
      h.ul {
        for kind in papers { h.li { h.text(language(PaperText.name(kind))) } }
      }
    }
    h.section {
      h.h2(language(RegistrationText.afterwards))
      h.p(language(RegistrationText.afterSubmitting(days: vendors.verifyWorkingDays)))
      h.p(language(RegistrationText.afterVerifying))
    }
    h.section {
      h.h2(language(RegistrationText.costs))
      h.p(language(RegistrationText.costsNothing))
    }
    h.section {
      h.h2(language(RegistrationText.final))
      h.ul {
        for sentence in Self.finals { h.li { h.text(language(sentence)) } }
      }
    }
  }

  /// Those that everybody hands in, and those of caterers and VAT vendors.
  private var papers: [String] {
    let vendors = rulebook.vendors
    let always = vendors.requiredDocuments(sellsFood: false, vatRegistered: false).union(["nik"])
    let more = vendors.requiredDocuments(sellsFood: true, vatRegistered: true).subtracting(always)
    return always.sorted() + more.sorted()
  }

  private static let finals: [RegistrationText] = [
    .finalSubmitted, .finalReturned, .finalAccepted, .finalDelivered,
  ]
}

/// How to register, for everybody who reads.
struct HowToRegisterPage: Component {
  let language: Language
  let isSignedIn: Bool
  let promises: RegistrationPromises

  func write(to h: Hypertext) {
    h.div(.class("narrow")) {
      h.h1(language(RegistrationText.howTo))
      h.p(.class("lead")) { h.text(language(RegistrationText.howToLead)) }
      h.h2(language(RegistrationText.stepsTitle))
      h.ol {
        for sentence in [RegistrationText.stepOne, .stepTwo, .stepThree, .stepFour] {
          h.li(language(sentence))
        }
      }
      if !isSignedIn {
        h.p { h.put(LinkButton(url: "/register", text: language(RegistrationText.title))) }
      }
      h.put(promises)
    }
  }

  static func read(_ page: PageCall) throws -> PageReply {
    let visit = try page.call.visit
    let content = HowToRegisterPage(
      language: page.language, isSignedIn: page.call.actor != nil,
      promises: RegistrationPromises(language: page.language, rulebook: visit.rulebook))
    return .page(page.language(RegistrationText.howTo), content)
  }
}
