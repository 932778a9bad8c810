/// Something that the rules hold against an order.
package struct Violation: Sendable {
  /// Which rule it is.
  package let code: ViolationCode
  /// How hard it weighs.
  package let severity: Severity
  /// The regulation behind it.
  package let legal: String
  /// The sentence for people.
  package let message: BilingualText
  /// What would make the order lawful.
  package let remedy: BilingualText
  /// The facts behind it: rule, version, numbers.
  package let explanation: RuleValue

  /// A violation of a rule of the rulebook, whose version and legal reference it takes along.
  init(
    _ code: ViolationCode, _ severity: Severity, under rulebook: Rulebook, rule: String, legal: String? = nil,
    _ facts: [(name: String, value: RuleValue)]
  ) {
    self.code = code
    self.severity = severity
    self.legal = legal ?? rulebook.legal(of: code)
    message = code.message(facts)
    remedy = code.remedy(facts)
    explanation = .object(
      [("rule", .string(rule)), ("version", .string(rulebook.version))] + facts)
  }
}

/// The codes of violations; the raw values are those of the API.
package enum ViolationCode: String, Sendable, CaseIterable {
  case orderCap = "ORDER_CAP"
  case evidenceForm = "EVIDENCE_FORM"
  case budgetAvailable = "BUDGET_AVAILABLE"
  case standardPrice = "SSH"
  case catalogueFirst = "CATALOGUE_FIRST"
  case vendorNotVerified = "VENDOR_NOT_VERIFIED"
  case vendorSize = "VENDOR_SIZE"
  case productNotListed = "PRODUCT_NOT_LISTED"
  case minimumQuantity = "MINIMUM_QUANTITY"
  case stock = "STOCK"
  case directMaximum = "DIRECT_MAX"
  case reviewRequired = "REVIEW_REQUIRED"
  case notLowestOffer = "RFO_LOWEST"
  case fewOffers = "RFO_MIN_OFFERS"
  case shortPeriod = "R003"
  case singleOffer = "R018"
  case closeToWinner = "R024"
  case identicalPrices = "R028"
  case othersDisqualified = "R035"
  case lowestDisqualified = "R036"
  case oftenDisqualified = "R038"
  case variedVendor = "R048"
  case heavyDiscount = "R058"
  case paymentMode = "PAY_MODE"
  case yearEnd = "YEAR_END"
  case splitPackage = "SPL1"
  case splitCategory = "SPL2"
  case splitVendor = "SPL3"
  case newProduct = "NEW1"
  case addendumLimit = "ADDENDUM_LIMIT"
  case planAnnounced = "RUP_ANNOUNCED"
  case estimateNeeded = "HPS_NEEDED"
  case priceReason = "PRICE_REASON"
  case localContent = "PDN_FIRST"
  case nearThreshold = "SPL4"
  case plannedTogether = "SPL5"
  case paymentsTogether = "TAX1"
  case repeatedPair = "REP1"
  case haste = "FAST1"
  case priceChanged = "PRC1"
  case abovePriceMedian = "PRC2"
  case conflictOfInterest = "COI1"
  case certificate = "CERT"
}

/// A text in the two languages of the service.
package struct BilingualText: Hashable, Sendable {
  /// Bahasa Indonesia.
  package let indonesian: String
  /// English.
  package let english: String

  /// The same text in both languages.
  package init(indonesian: String, english: String) {
    self.indonesian = indonesian
    self.english = english
  }
}
