extension Rulebook {
  /// `REP1`: of one officer's orders within some days, one vendor has more than its share; not looked at before
  /// there are enough orders to speak of shares.
  ///
  /// - Parameter orders: The orders that a commitment officer issued.
  package func repeatedPairs(_ orders: [RecentOrder], on day: Day) throws(RulesError) -> [Violation] {
    let rules = try on(day)
    let recent = orders.filter {
      $0.vendorId != nil && (0...rules.flags.repeatWindowDays).contains(day.days(since: $0.date))
    }
    guard recent.count >= rules.flags.repeatLeast else { return [] }
    let share = rules.flags.repeatShare
    var found: [Violation] = []
    for pair in grouped(recent, by: { [$0.vendorId ?? ""] })
    where Int128(pair.count) * Int128(share.denominator) > Int128(recent.count) * Int128(share.numerator) {
      found.append(try rules.flag(pair, of: recent.count))
    }
    return found
  }

  private func flag(_ orders: [RecentOrder], of total: Int) throws(RulesError) -> Violation {
    let sum = try counted { () throws(AmountOverflow) in try orders.map(\.gross).total() }
    let facts = FlagFacts(code: .repeatedPair, window: flags.repeatWindowDays, orders: orders, sum: sum)
    return facts.raised(
      .info, rule: "flags.repeat_share", under: self,
      [
        ("vendor", RuleValue(orders[0].vendorId)), ("count", .int(Int64(orders.count))),
        ("total", .int(Int64(total))), ("share", .string(flags.repeatShare.description)),
      ])
  }
}
