extension Rulebook {
  /// `SPL4`: one officer's orders that lie just below a threshold, too many within some days; one flag for each
  /// threshold. For the auditor, since an honest order may be worth what it is worth.
  ///
  /// - Parameters:
  ///   - orders: The orders that a commitment officer issued.
  ///   - day: The day up to which they are counted.
  package func ordersNearThreshold(_ orders: [RecentOrder], on day: Day) throws(RulesError) -> [Violation] {
    let rules = try on(day)
    var found: [Violation] = []
    for (key, limit) in [
      ("evidence.receipt_max", rules.limits.receiptMaximum), ("order.cap_gross", rules.limits.orderCap),
    ] {
      let near = orders.filter { order in
        (0...rules.flags.nearWindowDays).contains(day.days(since: order.date))
          && isNear(order.gross, limit, from: rules.splitting.nearRatio)
      }
      guard near.count >= rules.flags.nearCount else { continue }
      let sum = try counted { () throws(AmountOverflow) in try near.map(\.gross).total() }
      let facts = FlagFacts(
        code: .nearThreshold, window: rules.flags.nearWindowDays, orders: near, sum: sum, limit: limit)
      found.append(
        facts.raised(
          .info, rule: "split.near_count", under: rules,
          [("threshold", .string(key)), ("count", .int(Int64(near.count)))]))
    }
    return found
  }

  private func isNear(_ gross: Rupiah, _ limit: Rupiah, from share: Ratio) -> Bool {
    gross <= limit
      && Int128(gross.amount) * Int128(share.denominator) >= Int128(limit.amount) * Int128(share.numerator)
  }
}

/// A sum that the rules cannot count is an error of theirs.
func counted<Value>(_ reckon: () throws(AmountOverflow) -> Value) throws(RulesError) -> Value {
  do { return try reckon() } catch { throw .overflow }
}
