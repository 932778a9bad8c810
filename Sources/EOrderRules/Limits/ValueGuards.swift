/// `ORDER_CAP`: the value with all taxes is at most the cap.
let withinCap: Guard = { input throws(AmountOverflow) in
  let cap = input.rulebook.limits.orderCap
  guard input.gross > cap else { return [] }
  return [
    input.violation(
      .orderCap, rule: "order.cap_gross",
      [
        ("gross", RuleValue(input.gross)), ("limit", RuleValue(cap)),
        ("excess", input.excess(over: cap)),
      ])
  ]
}

/// `EVIDENCE_FORM`: a kuitansi covers the value; above its limit the law asks for an SPK, which is not made
/// here. A cap that a province has lowered is `ORDER_CAP` alone.
let withinFormsOfEvidence: Guard = { input throws(AmountOverflow) in
  let maximum = input.rulebook.limits.kuitansiMaximum
  guard input.gross > maximum else { return [] }
  return [
    input.violation(
      .evidenceForm, rule: "evidence.kuitansi_max",
      [
        ("gross", RuleValue(input.gross)), ("limit", RuleValue(maximum)),
        ("excess", input.excess(over: maximum)),
      ])
  ]
}

/// `BUDGET_AVAILABLE`: the budget line has the value left.
let withinBudget: Guard = { input throws(AmountOverflow) in
  guard let available = input.facts.budgetAvailable, input.gross > available else { return [] }
  return [
    input.violation(
      .budgetAvailable, rule: "budget.available",
      [
        ("gross", RuleValue(input.gross)), ("available", RuleValue(available)),
        ("excess", input.excess(over: available)),
      ])
  ]
}

/// `DIRECT_MAX`: above the limit of direct orders, enough prices were compared.
let directOnlyUpToMaximum: Guard = { input throws(AmountOverflow) in
  let limits = input.rulebook.limits
  let compared = input.facts.comparedPrices.count
  guard input.facts.procedure == .direct, input.gross > limits.directMaximum, compared < limits.minimumSources
  else { return [] }
  return [
    input.violation(
      .directMaximum, .hold, rule: "direct.max",
      [
        ("gross", RuleValue(input.gross)), ("limit", RuleValue(limits.directMaximum)),
        ("compared", .int(Int64(compared))), ("required", .int(Int64(limits.minimumSources))),
        ("missing", .int(Int64(limits.minimumSources - compared))),
      ])
  ]
}
