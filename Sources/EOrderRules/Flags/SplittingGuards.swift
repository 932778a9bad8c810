/// `SPL1`: all live orders of the package together stay within the limit; above it, SPSE is the way.
let notSplitByPackage: Guard = { input throws(AmountOverflow) in
  guard let package = input.facts.packageId else { return [] }
  let others = input.facts.recentOrders.filter { $0.packageId == package }
  return try found(.splitPackage, .block, rule: "split.limit", among: others, in: input, window: nil)
}

/// `SPL2`: orders of the unit on one account and category, needed on one day or of similar items, stay
/// within the limit; for meals only those of the same meeting day, since repeated meetings are normal.
let notSplitByCategory: Guard = { input throws(AmountOverflow) in
  let facts = input.facts
  let splitting = input.rulebook.splitting
  guard let unit = facts.unitId, let account = facts.account else { return [] }
  let categories = Set(facts.lines.map(\.category))
  var likeness = Ratio.zero
  let others = facts.recentOrders.filter { other in
    let shared = categories.intersection(other.categories)
    guard other.unitId == unit, other.account == account, !shared.isEmpty,
      isWithin(splitting.windowDays, other.date, facts.date)
    else { return false }
    if facts.needDate != nil, facts.needDate == other.needDate { return true }
    guard !shared.allSatisfy(input.rulebook.isFood) else { return false }
    let similar = similarity(facts.itemNames, other.itemNames)
    guard similar >= splitting.similarity else { return false }
    likeness = max(likeness, similar)
    return true
  }
  return try found(
    .splitCategory, splitting.categorySeverity, rule: "split.window_days", among: others, in: input,
    window: splitting.windowDays, likeness: likeness)
}

/// `SPL3`: orders of the unit from one vendor within a few days stay within the limit.
let notSplitByVendor: Guard = { input throws(AmountOverflow) in
  let facts = input.facts
  let splitting = input.rulebook.splitting
  guard let unit = facts.unitId, let vendor = facts.vendorId else { return [] }
  let others = facts.recentOrders.filter {
    $0.unitId == unit && $0.vendorId == vendor && isWithin(splitting.vendorWindowDays, $0.date, facts.date)
  }
  return try found(
    .splitVendor, splitting.vendorSeverity, rule: "split.vendor_window_days", among: others, in: input,
    window: splitting.vendorWindowDays)
}

private func isWithin(_ days: Int, _ first: Day, _ second: Day) -> Bool {
  abs(first.days(since: second)) <= days
}

private func found(
  _ code: ViolationCode, _ severity: Severity, rule: String, among others: [RecentOrder],
  in input: GuardInput,
  window: Int?, likeness: Ratio? = nil
) throws(AmountOverflow) -> [Violation] {
  let limit = input.rulebook.splitting.limit
  let sum = try others.map(\.gross).total().adding(input.gross)
  guard !others.isEmpty, sum > limit else { return [] }
  let orders = others.map { order -> RuleValue in
    [
      "id": .string(order.id), "no": RuleValue(order.number), "date": RuleValue(order.date),
      "gross": RuleValue(order.gross), "vendor": RuleValue(order.vendorId),
    ]
  }
  return [
    input.violation(
      code, severity, rule: rule,
      [
        ("flag", .string(code.rawValue)), ("window", window.map { .int(Int64($0)) } ?? .null),
        ("orders", .array(orders)), ("gross", RuleValue(input.gross)), ("sum", RuleValue(sum)),
        ("limit", RuleValue(limit)), ("similarity", RuleValue(likeness?.thousandths)),
        ("legalRef", .string(input.rulebook.legal(of: code))),
        ("acceptedReasons", severity == .block ? [] : acceptedReasons),
      ])
  ]
}

/// The reasons that an official may give for orders that look split.
private let acceptedReasons: RuleValue = [
  "separate_event", "separate_location", "recurring_need", "urgent_need",
]
