import EOrderRules

/// The words that explain the amounts, the taxes and the rules of an order.
enum TaxText: Phrase {
  case title, lead, priceExVat, vat, gross, vatCollected, withheld, netToVendor
  case tax(TaxCode)
  case collectedBy(Collector)
  case reckoned(base: String, rate: String, amount: String)
  case reckonedOnPart(base: String, part: String, partOfBase: String, rate: String, amount: String)
  case on(base: String, amount: String)
  case notDue(base: String)
  case raised(plain: String, more: String, rate: String)
  case differing(TaxExplanation.Difference, sum: String)
  case together(orders: String, amount: String, taken: String, due: String)
  case legal(String)
  case remedy(String)
  case ruleAndLaw(code: String, String)
  case afterHandover
  case rulesTitle
  case rulesVersion(String)
  case nothingFound
  case severity(Severity)
  case evidence(EvidenceForm)
}
