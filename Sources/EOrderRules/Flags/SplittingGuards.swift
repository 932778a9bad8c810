/// `SPL1`: all live orders of the package together, this one among them, stay within the limit; above it, SPSE
/// is the way.
let notSplitByPackage: Guard = { input throws(AmountOverflow) in
  guard let package = input.facts.packageId else { return [] }
  let others = input.facts.recentOrders.filter { $0.packageId == package }
  // One order above the limit by itself is no split: it is above the cap.
  guard !others.isEmpty, let sum = try sumAboveLimit(others, input) else { return [] }
  return [try split(.splitPackage, .block, rule: "split.limit", others, sum, input)]
}

/// `SPL2`: orders of the unit on one account and category, needed on one day or of similar items, stay
/// within the limit; for meals only those of the same meeting day, since repeated meetings are normal.
let notSplitByCategory: Guard = { input throws(AmountOverflow) in
  let facts = input.facts
  let splitting = input.rulebook.splitting
  let candidates = sameAccountAndCategory(input)
  // Comparing names is dear: not before the sums make it matter.
  guard !candidates.isEmpty, try sumAboveLimit(candidates, input) != nil else { return [] }
  let names = NameLikeness(facts.itemNames)
  let others = candidates.filter { other in
    if facts.needDate != nil, facts.needDate == other.needDate { return true }
    let shared = Set(facts.lines.map(\.category)).intersection(other.categories)
    return !shared.allSatisfy(input.rulebook.isFood)
      && names.reaches(splitting.similarity, with: other.itemNames)
  }
  guard !others.isEmpty, let sum = try sumAboveLimit(others, input) else { return [] }
  return [
    try split(
      .splitCategory, splitting.categorySeverity, rule: "split.window_days", others, sum, input,
      window: splitting.windowDays, similarity: names.highest(with: others.map(\.itemNames)))
  ]
}

/// `SPL3`: orders of the unit from one vendor within a few days stay within the limit.
let notSplitByVendor: Guard = { input throws(AmountOverflow) in
  let facts = input.facts
  let splitting = input.rulebook.splitting
  guard let unit = facts.unitId, let vendor = facts.vendorId else { return [] }
  let others = facts.recentOrders.filter {
    $0.unitId == unit && $0.vendorId == vendor && isWithin(splitting.vendorWindowDays, $0.date, facts.date)
  }
  guard !others.isEmpty, let sum = try sumAboveLimit(others, input) else { return [] }
  return [
    try split(
      .splitVendor, splitting.vendorSeverity, rule: "split.vendor_window_days", others, sum, input,
      window: splitting.vendorWindowDays)
  ]
}

private func sameAccountAndCategory(_ input: GuardInput) -> [RecentOrder] {
  let facts = input.facts
  guard let unit = facts.unitId, let account = facts.account else { return [] }
  let categories = Set(facts.lines.map(\.category))
  return facts.recentOrders.filter { other in
    other.unitId == unit && other.account == account && !categories.isDisjoint(with: other.categories)
      && isWithin(input.rulebook.splitting.windowDays, other.date, facts.date)
  }
}

private func isWithin(_ days: Int, _ first: Day, _ second: Day) -> Bool {
  abs(first.days(since: second)) <= days
}

/// The value of the orders and this one; nil up to the limit.
private func sumAboveLimit(_ others: [RecentOrder], _ input: GuardInput) throws(AmountOverflow) -> Rupiah? {
  let sum = try others.map(\.gross).total().adding(input.gross)
  return sum > input.rulebook.splitting.limit ? sum : nil
}

private func split(
  _ code: ViolationCode, _ severity: Severity, rule: String, _ others: [RecentOrder], _ sum: Rupiah,
  _ input: GuardInput, window: Int? = nil, similarity: Ratio? = nil
) throws(AmountOverflow) -> Violation {
  let facts = FlagFacts(
    code: code, window: window, orders: others, gross: input.gross, sum: sum,
    limit: input.rulebook.splitting.limit, similarity: similarity,
    acceptedReasons: severity == .block ? [] : acceptedReasons)
  let before = try sum.subtracting(input.gross)
  let room = max(.zero, try input.rulebook.splitting.limit.subtracting(before))
  return input.violation(
    code, severity, rule: rule, facts.members(under: input.rulebook) + [("room", RuleValue(room))])
}

/// The reasons that an official may give for orders that look split.
private let acceptedReasons = ["separate_event", "separate_location", "recurring_need", "urgent_need"]
