/// A tax that the service reckons; the raw values are those of the API.
package enum TaxCode: String, Sendable, CaseIterable {
  /// Value-added tax.
  case ppn = "PPN"
  /// Income tax on goods.
  case pph22 = "PPH22"
  /// Income tax on services of companies.
  case pph23 = "PPH23"
  /// Income tax on services of individuals.
  case pph21 = "PPH21"
  /// The final income tax of small businesses.
  case pphFinal = "PPH_FINAL"
}

/// Who takes a tax from the payment and deposits it.
package enum Collector: String, Sendable, CaseIterable {
  /// The province's treasurer.
  case treasurer
  /// The ordering platform, where it has been appointed.
  case platform
  /// Nobody takes it: the vendor bills and reports it.
  case vendor
  /// Nothing is due.
  case none
}

/// One tax on a group of lines of the same tax class.
package struct TaxLine: Hashable, Sendable {
  /// Which tax.
  package let code: TaxCode
  /// The rule and the day from which it holds, as `PPN@2025-01-01`.
  package let rule: String
  /// The regulation behind it.
  package let legal: String
  /// The price that the tax is reckoned from: for VAT the price without it.
  package let base: Rupiah
  /// The tax.
  package let amount: Rupiah
  /// Who deposits it.
  package let collectedBy: Collector
  /// The products of the lines.
  package let lines: [String]
  /// How it was shared with other payments of the day; nil where the payment stands alone.
  package let shared: SharedTax?

  /// A tax as it is kept.
  package init(
    code: TaxCode, rule: String, legal: String, base: Rupiah, amount: Rupiah, collectedBy: Collector,
    lines: [String], shared: SharedTax? = nil
  ) {
    self.code = code
    self.rule = rule
    self.legal = legal
    self.base = base
    self.amount = amount
    self.collectedBy = collectedBy
    self.lines = lines
    self.shared = shared
  }
}

/// The amounts of one line.
package struct LineAmounts: Hashable, Sendable {
  /// The price without VAT.
  package let priceExVat: Rupiah
  /// What VAT is reckoned from; 0 without VAT.
  package let vatBase: Rupiah
  /// The VAT that the vendor bills.
  package let vat: Rupiah
  /// Price and VAT.
  package let gross: Rupiah

  /// The amounts as they are kept.
  package init(priceExVat: Rupiah, vatBase: Rupiah, vat: Rupiah, gross: Rupiah) {
    self.priceExVat = priceExVat
    self.vatBase = vatBase
    self.vat = vat
    self.gross = gross
  }
}
