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
        h.li { h.text(language(PaperNeedText.taxOrIdentity)) }
        for kind in always { h.li { h.text(language(PaperText.name(kind))) } }
        for (kind, need) in sometimes {
          h.li { h.text("\(language(PaperText.name(kind))) – \(language(need))") }
        }
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

  /// Those that everybody hands in, besides the tax card or the identity card.
  private var always: [String] {
    rulebook.vendors.requiredDocuments(sellsFood: false, vatRegistered: false).subtracting(["nik", "npwp"])
      .sorted()
  }

  /// Those of who sells food, and of who is registered for VAT.
  private var sometimes: [(kind: String, need: Words)] {
    let vendors = rulebook.vendors
    let known = Set(always)
    let food = vendors.requiredDocuments(sellsFood: true, vatRegistered: false).subtracting(known)
    let vat = vendors.requiredDocuments(sellsFood: false, vatRegistered: true).subtracting(known)
    return food.sorted().map { ($0, PaperNeedText.food) }
      + vat.subtracting(food).sorted().map { ($0, PaperNeedText.vat) }
  }

  private static let finals: [RegistrationText] = [
    .finalSubmitted, .finalReturned, .finalAccepted, .finalDelivered,
  ]
}
