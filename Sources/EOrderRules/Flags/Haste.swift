extension Rulebook {
  /// `FAST1`: an order that was drafted and accepted within a few minutes, as nobody does who reads it; nil for
  /// any other.
  ///
  /// - Parameter seconds: From the first draft to the vendor's acceptance.
  package func haste(secondsToAcceptance seconds: Int64, of order: RecentOrder) throws(RulesError)
    -> Violation?
  {
    let rules = try on(order.date)
    guard seconds < Int64(rules.flags.hasteMinutes) * 60 else { return nil }
    let facts = FlagFacts(code: .haste, orders: [order], gross: order.gross, sum: order.gross)
    return facts.raised(
      .info, rule: "flags.fast_minutes", under: rules,
      [
        ("minutes", .int(max(seconds, 0) / 60)), ("seconds", .int(seconds)),
        ("allowed", .int(Int64(rules.flags.hasteMinutes))),
      ])
  }
}
