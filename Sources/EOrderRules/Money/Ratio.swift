/// An exact fraction from 0 up, used for rates, bases and thresholds; never a floating-point number.
package struct Ratio: Hashable, Sendable {
  /// The upper part of the fraction in lowest terms.
  package let numerator: Int64
  /// The lower part, at least 1.
  package let denominator: Int64

  /// Nothing.
  package static let zero = Ratio(reducing: 0, 1)
  /// One, which changes nothing.
  package static let one = Ratio(reducing: 1, 1)

  /// The fraction in lowest terms; nil if a part is negative, zero below, or above a thousand million.
  package init?(_ numerator: Int64, _ denominator: Int64) {
    let parts: ClosedRange<Int64> = 0...1_000_000_000
    guard parts.contains(numerator), parts.contains(denominator), denominator > 0 else { return nil }
    self.init(reducing: numerator, denominator)
  }

  private init(reducing numerator: Int64, _ denominator: Int64) {
    let divisor = greatestCommonDivisor(numerator, denominator)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// The fraction applied to an amount, rounded to whole rupiah with one half up (PER-11/PJ/2025 Art. 129).
  package func of(_ amount: Rupiah) throws(AmountOverflow) -> Rupiah {
    try ExactAmount(amount).times(self).rounded()
  }

  /// The product of two fractions, exactly.
  package func times(_ other: Ratio) throws(AmountOverflow) -> Ratio {
    let above = numerator.multipliedReportingOverflow(by: other.numerator)
    let below = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !above.overflow, !below.overflow else { throw AmountOverflow() }
    return Ratio(reducing: above.partialValue, below.partialValue)
  }

  /// What a price that contains this rate holds without it: 11/100 gives 100/111.
  package var withoutItself: Ratio { Ratio(reducing: denominator, denominator + numerator) }
}

extension Ratio: Comparable {
  /// Compares exactly, by cross multiplication.
  package static func < (left: Ratio, right: Ratio) -> Bool {
    Int128(left.numerator) * Int128(right.denominator) < Int128(right.numerator) * Int128(left.denominator)
  }
}

private func greatestCommonDivisor(_ first: Int64, _ second: Int64) -> Int64 {
  var (larger, smaller) = (first, second)
  while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
  return max(larger, 1)
}
