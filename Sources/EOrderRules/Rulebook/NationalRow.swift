/// A national number and the time from which it holds.
package struct NationalRow: Hashable, Sendable {
  /// What it is.
  package let code: NationalCode
  /// The first day on which it holds, until a later row of the code.
  package let from: Day
  /// The last day on which it holds; nil where only a later row ends it.
  package let until: Day?
  /// How well it is established: S read, T from a third party, K-H, K-M, K-L known, D decided here.
  package let mark: String?
  /// The regulation behind it.
  package let legal: String
  /// The amount, where it is one.
  package let amount: Rupiah?
  /// The rate or share, where it is one.
  package let rate: Ratio?
  /// The number of days, hours or cases, where it is one.
  package let count: Int64?
  /// The code of the province for which alone the row holds; nil for all.
  package let province: String?
  /// The part of the price that the rate applies to.
  package let base: Ratio
  /// By what the rate is multiplied where the vendor has no taxpayer number.
  package let surcharge: Ratio
  /// The legal forms that may use it; empty where the form does not matter.
  package let forms: Set<LegalForm>

  /// A row; what is left out changes nothing.
  package init(
    _ code: NationalCode, from: Day, until: Day? = nil, mark: String? = nil, legal: String,
    amount: Rupiah? = nil, rate: Ratio? = nil,
    count: Int64? = nil, province: String? = nil, base: Ratio = .one, surcharge: Ratio = .one,
    forms: Set<LegalForm> = []
  ) {
    self.code = code
    self.from = from
    self.until = until
    self.mark = mark
    self.legal = legal
    self.amount = amount
    self.rate = rate
    self.count = count
    self.province = province
    self.base = base
    self.surcharge = surcharge
    self.forms = forms
  }

  /// Whether it holds on a day, later rows of its code aside.
  func holds(on day: Day) -> Bool { from <= day && until.map { day <= $0 } ?? true }

  /// How tax lines and explanations name the row.
  package var name: String { "\(code.rawValue)@\(from)" }

  /// The number as a setting has it; nil for a row without one.
  package var setting: RuleValue? {
    amount.map { RuleValue($0) } ?? count.map { .int($0) } ?? rate.map { .string($0.description) }
  }
}
