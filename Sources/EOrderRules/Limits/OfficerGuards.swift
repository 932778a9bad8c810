/// `CERT`: who places or issues an order has a certificate of competence that is valid on that day; one that
/// nobody recorded is pointed out, one that has ended blocks.
let byCertifiedOfficer: Guard = { input throws(AmountOverflow) in
  switch input.facts.officerCertificate {
  case nil: return []
  case .missing: return [input.violation(.certificate, .warn, rule: "officer.certificate", [])]
  case .recorded(let certificate):
    guard !certificate.isValid(on: input.facts.date), let until = certificate.until else { return [] }
    return [
      input.violation(
        .certificate, rule: "officer.certificate",
        [("number", .string(certificate.number)), ("until", RuleValue(until))])
    ]
  }
}

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
