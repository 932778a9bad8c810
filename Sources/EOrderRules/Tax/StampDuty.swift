/// The stamp duty (e-meterai) that a receipt for money bears.
package struct StampDuty: Hashable, Sendable {
  /// The duty.
  package let amount: Rupiah
  /// The sum whose receipt the paper states.
  package let stated: Rupiah
  /// The rule and the day from which it holds.
  package let rule: String
  /// The regulation behind it.
  package let legal: String
}

extension NationalRules {
  /// The stamp duty on a receipt for an amount: a fixed duty above the limit, nothing up to it (UU
  /// 10/2020 Art. 3 and 5).
  package func stampDuty(onReceiptOf amount: Rupiah, on day: Day) throws(RulesError) -> Rupiah {
    let (duty, limit) = (try inForce(.stampDuty, on: day), try inForce(.stampDutyAbove, on: day))
    guard let owed = duty.amount else { throw .incomplete(duty.code.rawValue) }
    guard let above = limit.amount else { throw .incomplete(limit.code.rawValue) }
    return amount > above ? owed : .zero
  }

  /// The stamp duty on a receipt with the rule behind it; nil where none is owed.
  package func stamp(onReceiptOf amount: Rupiah, on day: Day) throws(RulesError) -> StampDuty? {
    let owed = try stampDuty(onReceiptOf: amount, on: day)
    guard owed > .zero else { return nil }
    let row = try inForce(.stampDuty, on: day)
    return StampDuty(amount: owed, stated: amount, rule: row.name, legal: row.legal)
  }
}
