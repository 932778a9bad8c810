/// What the nation fixes, by code; each has dated rows in the national rules.
package enum NationalCode: String, Sendable, CaseIterable {
  /// The highest value of an order.
  case orderCap = "ORDER_CAP"
  /// Up to where a purchase slip suffices.
  case receiptMaximum = "RECEIPT_MAX"
  /// Up to where a kuitansi suffices.
  case kuitansiMaximum = "KUITANSI_MAX"
  /// Value-added tax.
  case ppn = "PPN"
  /// Income tax on goods, kept by the treasurer.
  case pph22Treasurer = "PPH22_TREASURER"
  /// Income tax kept by an appointed platform.
  case pph22Platform = "PPH22_PLATFORM"
  /// Income tax on services of companies.
  case pph23 = "PPH23_SERVICE"
  /// Income tax on services of individuals.
  case pph21 = "PPH21_NON_EMPLOYEE"
  /// The final tax of small businesses.
  case pphFinal = "PPH_FINAL_UMKM"
  /// Up to which payment the treasurer collects neither PPN nor PPh 22.
  case minimumCollected = "MIN_COLLECT"
  /// Up to which yearly turnover an individual pays no final tax.
  case exemptBand = "UMKM_EXEMPT_BAND"
  /// The regional tax on meals inside their price.
  case pbjt = "PBJT_FNB"
  /// The penalty for each day of delay.
  case latePenalty = "LATE_PENALTY"
  /// By how much an amendment may raise an order above its first value.
  case addendumLimit = "ADDENDUM_LIMIT"
}

/// A national number and the time from which it holds.
package struct NationalRow: Hashable, Sendable {
  /// What it is.
  package let code: NationalCode
  /// The first day on which it holds, until a later row of the code.
  package let from: Day
  /// The regulation behind it.
  package let legal: String
  /// The amount, where it is one.
  package let amount: Rupiah?
  /// The rate, where it is one.
  package let rate: Ratio?
  /// The part of the price that the rate applies to.
  package let base: Ratio
  /// By what the rate is multiplied where the vendor has no taxpayer number.
  package let surcharge: Ratio
  /// The legal forms that may use it; empty where the form does not matter.
  package let forms: Set<LegalForm>

  /// A row; what is left out changes nothing.
  package init(
    _ code: NationalCode, from: Day, legal: String, amount: Rupiah? = nil, rate: Ratio? = nil,
    base: Ratio = .one, surcharge: Ratio = .one, forms: Set<LegalForm> = []
  ) {
    self.code = code
    self.from = from
    self.legal = legal
    self.amount = amount
    self.rate = rate
    self.base = base
    self.surcharge = surcharge
    self.forms = forms
  }

  /// How tax lines and explanations name the row.
  package var name: String { "\(code.rawValue)@\(from)" }
}
