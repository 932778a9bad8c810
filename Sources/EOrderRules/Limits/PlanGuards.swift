/// The guards that look at the plan behind an order and at how its goods were chosen; told after the others.
let planGuards: [Guard] = [
  withinAnnouncedPlan, withOwnEstimate, withReasonablePrice, notAboveListedPrice, ofLocalContentFirst,
]

/// `RUP_ANNOUNCED`: the package was announced by the day of the order, and its orders together stay within the
/// announced amount; an own estimate above it stops the order (Perpres 16/2018 Art. 22).
let withinAnnouncedPlan: Guard = { input throws(AmountOverflow) in
  guard let package = input.facts.package else { return [] }
  var found: [Violation] = []
  if package.announcedOn > input.facts.date {
    found.append(
      input.violation(
        .planAnnounced, .warn, rule: "package.announced_on",
        [("announcedOn", RuleValue(package.announcedOn)), ("day", RuleValue(input.facts.date))]))
  }
  if let estimate = package.ownEstimate, estimate > package.ceiling {
    found.append(
      input.violation(
        .planAnnounced, .block, rule: "package.own_estimate",
        [("estimate", RuleValue(estimate)), ("limit", RuleValue(package.ceiling))]))
  }
  let others = input.facts.recentOrders.filter {
    $0.packageId != nil && $0.packageId == input.facts.packageId
  }
  let sum = try others.map(\.gross).total().adding(input.gross)
  if sum > package.ceiling {
    found.append(
      input.violation(
        .planAnnounced, .warn, rule: "package.ceiling",
        [
          ("sum", RuleValue(sum)), ("limit", RuleValue(package.ceiling)),
          ("excess", RuleValue(try sum.subtracting(package.ceiling))),
        ]))
  }
  return found
}

/// `HPS_NEEDED`: above the value for which a purchase slip suffices there is an own estimate (Perpres 16/2018
/// Art. 26).
let withOwnEstimate: Guard = { input throws(AmountOverflow) in
  let limit = input.rulebook.limits.receiptMaximum
  guard let package = input.facts.package, package.ownEstimate == nil, input.gross > limit else { return [] }
  return [
    input.violation(
      .estimateNeeded, .warn, rule: "evidence.receipt_max",
      [("gross", RuleValue(input.gross)), ("limit", RuleValue(limit))])
  ]
}
