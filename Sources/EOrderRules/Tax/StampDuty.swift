extension NationalRules {
  /// The stamp duty (e-meterai) on a receipt for an amount: a fixed duty above the limit, nothing up to it (UU
  /// 10/2020 Art. 3 and 5).
  package func stampDuty(onReceiptOf amount: Rupiah, on day: Day) throws(RulesError) -> Rupiah {
    let (duty, limit) = (try inForce(.stampDuty, on: day), try inForce(.stampDutyAbove, on: day))
    guard let owed = duty.amount else { throw .incomplete(duty.code.rawValue) }
    guard let above = limit.amount else { throw .incomplete(limit.code.rawValue) }
    return amount > above ? owed : .zero
  }
}
