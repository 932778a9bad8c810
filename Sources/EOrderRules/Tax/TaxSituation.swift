/// What decides about taxes besides the lines: the day, the vendor, the mode of payment, the rules.
struct TaxSituation {
  let day: Day
  let vendor: VendorFacts
  let mode: PaymentMode
  let settings: TaxSettings
  let national: NationalRules
  /// The groups of the whole transaction where this payment is broken out of it.
  var whole: [TaxGroup] = []
  /// The groups of the day's other payments of the unit to the vendor.
  var sameDay: [SameDayGroup] = []

  init(_ facts: OrderFacts, _ rulebook: Rulebook) {
    day = facts.date
    vendor = facts.vendor
    mode = facts.paymentMode
    settings = rulebook.tax
    national = rulebook.national
  }

  /// Whether anybody takes taxes out of the payment: not with the government's credit card.
  var collects: Bool { mode != .kkpd }

  /// Whether the appointed platform collects instead of the treasurer.
  var isPlatform: Bool { settings.collector == .platform }

  /// The row of the final tax, where the vendor's letter holds on the day and its form may have one.
  func finalTax() throws(RulesError) -> NationalRow? {
    guard let letter = vendor.finalTaxLetter, letter.validUntil >= day else { return nil }
    let row = try national.inForce(.pphFinal, on: day)
    return row.forms.contains(vendor.legalForm) ? row : nil
  }
}
