import EOrderRules
import Procurement
import Testing

@testable import Web

@Suite struct AuditWordsTests {
  /// A subject alone does not say what was done to it.
  @Test(arguments: [
    "vendor": VendorTransition.allCases.map(\.rawValue),
    "product": ProductTransition.allCases.map(\.rawValue),
    "offer": OfferTransition.allCases.map(\.rawValue), "import": ImportKind.allCases.map(\.rawValue),
  ])
  func everyStepIsTold(_ subject: String, _ verbs: [String]) {
    for verb in verbs {
      let told = AuditWords.action("\(subject).\(verb)", stays: false, .indonesian)
      #expect(told != Language.indonesian(AuditWords.subject(subject)), "\(subject).\(verb)")
    }
  }

  @Test func aCodeWithoutASentenceIsAboutItsSubject() {
    #expect(AuditWords.action("vendor.something-new", stays: false, .indonesian) == "Penyedia")
  }
}
