/// What a vendor owes for delivering late, with how it was reckoned.
package struct LatePenalty: Hashable, Sendable {
  /// Days after the due day, the day of delivery included.
  package let daysLate: Int64
  /// The price without VAT of what came late.
  package let base: Rupiah
  /// The share of it for each day.
  package let rate: Ratio
  /// What is owed.
  package let amount: Rupiah
  /// The rule and the day from which it holds.
  package let rule: String
  /// The regulation behind it.
  package let legal: String
}

extension NationalRules {
  /// What a vendor owes for delivering late: a share of the price without VAT for each day (Perpres 16/2018
  /// Art. 79(4)), rounded once.
  package func latePenalty(
    priceExVat: Rupiah, daysLate: Int64, on day: Day
  ) throws(RulesError) -> Rupiah {
    try latePenalty(priceExVat, daysLate: daysLate, on: day).amount
  }

  /// The penalty on a part of an order that was due on one day and came on another; calendar days, since the
  /// regulation counts those. A part that is in time owes nothing.
  ///
  /// - Parameters:
  ///   - part: The price without VAT of the part that came late, or of the whole where it is of one piece.
  ///   - day: The day of the contract, whose rule holds.
  package func latePenalty(
    onPart part: Rupiah, due: Day, delivered: Day, contract day: Day
  ) throws(RulesError) -> LatePenalty {
    try latePenalty(part, daysLate: Int64(delivered.days(since: due)), on: day)
  }

  private func latePenalty(_ base: Rupiah, daysLate: Int64, on day: Day) throws(RulesError) -> LatePenalty {
    let row = try inForce(.latePenalty, on: day)
    guard let rate = row.rate else { throw .incomplete(row.code.rawValue) }
    let days = max(daysLate, 0)
    let amount = try counted { () throws(AmountOverflow) in try rate.of(try base.times(days)) }
    return LatePenalty(
      daysLate: days, base: base, rate: rate, amount: amount, rule: row.name, legal: row.legal)
  }
}
