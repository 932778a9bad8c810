import EOrderRules

/// The words that explain the amounts, the taxes and the rules of an order.
enum TaxText: Phrase {
  case title, lead, priceExVat, vat, gross, vatCollected, withheld, netToVendor
  case tax(TaxCode), collectedBy(Collector)
  case reckoned(base: String, rate: String, amount: String)
  case reckonedOnPart(base: String, part: String, partOfBase: String, rate: String, amount: String)
  case on(base: String, amount: String)
  case notDue(base: String)
  case legal(String), afterHandover
  case rulesTitle, rulesVersion(String), nothingFound, severity(Severity), evidence(EvidenceForm)
}
