import Authentication
import EOrderRules
import HTML
import Procurement
import Tenancy

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
