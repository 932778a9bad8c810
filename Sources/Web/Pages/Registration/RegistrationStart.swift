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
    h.div(.class("narrow stack")) {
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
        h.div(.class("steps waiting")) { comingBack(h) }
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
