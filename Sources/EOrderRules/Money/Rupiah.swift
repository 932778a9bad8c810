/// A whole number of rupiah.
package struct Rupiah: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  /// The rupiah as a plain number.
  package let amount: Int64

  /// A sum of `amount` rupiah.
  package init(_ amount: Int64) { self.amount = amount }

  /// A sum written as a literal.
  package init(integerLiteral value: Int64) { amount = value }

  /// Nothing.
  package static let zero = Rupiah(0)

  /// Smaller sums come first.
  package static func < (left: Rupiah, right: Rupiah) -> Bool { left.amount < right.amount }

  /// The sum of two amounts.
  package func adding(_ other: Rupiah) throws(AmountOverflow) -> Rupiah {
    try Rupiah(exactly: amount.addingReportingOverflow(other.amount))
  }

  /// The difference of two amounts.
  package func subtracting(_ other: Rupiah) throws(AmountOverflow) -> Rupiah {
    try Rupiah(exactly: amount.subtractingReportingOverflow(other.amount))
  }

  /// The amount taken `count` times.
  package func times(_ count: Int64) throws(AmountOverflow) -> Rupiah {
    try Rupiah(exactly: amount.multipliedReportingOverflow(by: count))
  }

  private init(exactly result: (partialValue: Int64, overflow: Bool)) throws(AmountOverflow) {
    guard !result.overflow else { throw AmountOverflow() }
    amount = result.partialValue
  }
}

extension Sequence<Rupiah> {
  /// All amounts together.
  package func total() throws(AmountOverflow) -> Rupiah {
    var sum = Rupiah.zero
    for amount in self { sum = try sum.adding(amount) }
    return sum
  }
}

/// A calculation left the range of 64-bit rupiah.
package struct AmountOverflow: Error, Equatable {
  /// The error has no parts.
  package init() {}
}
