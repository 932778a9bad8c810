/// `YEAR_END`: an order is placed, issued and delivered in the budget year of its package, which runs from 1 January to
/// 31 December; what comes before the year may be prepared and not yet issued. The year binds even where its last days
/// are set aside (UU 17/2003 Art. 4; PP 12/2019).
let withinBudgetYear: Guard = { input throws(AmountOverflow) in
  guard let year = input.facts.budgetYear else { return [] }
  let placed = input.facts.date.year
  var outside: [Day] = []
  if placed > year || (input.facts.issuing && placed < year) { outside.append(input.facts.date) }
  // Where the last days bind, delivery has to leave time for the invoice besides.
  if input.rulebook.yearEnd == nil, let due = input.facts.deliverBy, due.year > year { outside.append(due) }
  return outside.map { day in
    input.violation(
      .yearEnd, rule: "budget.year", [("day", RuleValue(day)), ("year", .int(Int64(year)))])
  }
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
