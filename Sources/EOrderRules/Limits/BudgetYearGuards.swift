/// `YEAR_END`: an order is placed and issued in the budget year of its package, which runs from 1 January to 31
/// December; what comes before the year may be prepared and not yet issued.
let withinBudgetYear: Guard = { input throws(AmountOverflow) in
  guard input.rulebook.yearEnd != nil, let year = input.facts.budgetYear else { return [] }
  let placed = input.facts.date.year
  guard placed > year || (input.facts.issuing && placed < year) else { return [] }
  return [
    input.violation(
      .yearEnd, rule: "budget.year",
      [("day", RuleValue(input.facts.date)), ("year", .int(Int64(year)))])
  ]
}

/// `YEAR_END`: delivery leaves time for the invoice in the budget year of the order; when issuing, the last
/// day of issue has not passed.
let beforeYearEnd: Guard = { input throws(AmountOverflow) in
  guard let yearEnd = input.rulebook.yearEnd else { return [] }
  let year = input.facts.budgetYear ?? input.facts.date.year
  let delivery = (day: input.facts.deliverBy, last: yearEnd.lastInvoice, rule: "yearend.last_invoice")
  let issue = (
    day: input.facts.issuing ? input.facts.date : nil, last: yearEnd.lastIssue, rule: "yearend.last_issue"
  )
  return [issue, delivery].compactMap { date in
    guard let day = date.day, let cutOff = date.last.day(in: year), day > cutOff else { return nil }
    return input.violation(
      .yearEnd, rule: date.rule, [("day", RuleValue(day)), ("cutOff", RuleValue(cutOff))])
  }
}
