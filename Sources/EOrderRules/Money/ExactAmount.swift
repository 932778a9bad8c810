/// An amount that is not rounded yet: what a rate has been applied to, or will be.
struct ExactAmount: Sendable {
  private let numerator: Int128
  private let denominator: Int128

  /// A whole amount.
  init(_ amount: Rupiah) { self.init(numerator: Int128(amount.amount), denominator: 1) }

  private init(numerator: Int128, denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The fraction of the amount, exactly.
  func times(_ ratio: Ratio) throws(AmountOverflow) -> ExactAmount {
    ExactAmount(
      numerator: try product(numerator, Int128(ratio.numerator)),
      denominator: try product(denominator, Int128(ratio.denominator)))
  }

  /// The sum of two amounts.
  func adding(_ other: ExactAmount) throws(AmountOverflow) -> ExactAmount {
    try combined(with: other) { $0.addingReportingOverflow($1) }
  }

  /// The difference of two amounts.
  func subtracting(_ other: ExactAmount) throws(AmountOverflow) -> ExactAmount {
    try combined(with: other) { $0.subtractingReportingOverflow($1) }
  }

  /// Whether the amount is at most that many rupiah.
  func isAtMost(_ limit: Rupiah) throws(AmountOverflow) -> Bool {
    numerator <= (try product(Int128(limit.amount), denominator))
  }

  /// Whether the amount is less than that many rupiah.
  func isBelow(_ limit: Rupiah) throws(AmountOverflow) -> Bool {
    numerator < (try product(Int128(limit.amount), denominator))
  }

  /// Whole rupiah, one half up (PER-11/PJ/2025 Art. 129).
  func rounded() throws(AmountOverflow) -> Rupiah {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    // Division truncates towards zero; amounts below zero round their half up as well.
    let up: Int128 =
      remainder >= 0
      ? (remainder >= denominator - remainder ? 1 : 0) : (-remainder > denominator + remainder ? -1 : 0)
    guard let whole = Int64(exactly: quotient + up) else { throw AmountOverflow() }
    return Rupiah(whole)
  }

  private func combined(
    with other: ExactAmount, by operation: (Int128, Int128) -> (partialValue: Int128, overflow: Bool)
  ) throws(AmountOverflow) -> ExactAmount {
    let (left, right) = (
      try product(numerator, other.denominator), try product(other.numerator, denominator)
    )
    let result = operation(left, right)
    guard !result.overflow else { throw AmountOverflow() }
    return ExactAmount(
      numerator: result.partialValue, denominator: try product(denominator, other.denominator))
  }
}

private func product(_ first: Int128, _ second: Int128) throws(AmountOverflow) -> Int128 {
  let result = first.multipliedReportingOverflow(by: second)
  guard !result.overflow else { throw AmountOverflow() }
  return result.partialValue
}
