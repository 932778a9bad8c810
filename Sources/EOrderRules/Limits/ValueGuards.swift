/// `ORDER_CAP`: the value with all taxes is at most the cap.
let withinCap: Guard = { input throws(AmountOverflow) in
  let cap = input.rulebook.limits.orderCap
  guard input.gross > cap else { return [] }
  return [
    input.violation(
      .orderCap, rule: "order.cap_gross", [("gross", RuleValue(input.gross)), ("limit", RuleValue(cap))])
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
      [("gross", RuleValue(input.gross)), ("limit", RuleValue(maximum))])
  ]
}

/// `BUDGET_AVAILABLE`: the budget line has the value left.
let withinBudget: Guard = { input throws(AmountOverflow) in
  guard let available = input.facts.budgetAvailable, input.gross > available else { return [] }
  return [
    input.violation(
      .budgetAvailable, rule: "budget.available",
      [("gross", RuleValue(input.gross)), ("available", RuleValue(available))])
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
      ])
  ]
}

/// `SSH`: no unit costs more, with all taxes, than its standard price; a product without one is pointed out.
/// Told once, at the weight of the heavier.
let withinStandardPrices: Guard = { input throws(AmountOverflow) in
  var above: [RuleValue] = []
  var unknown: [RuleValue] = []
  for (line, amounts) in zip(input.facts.lines, input.assessment.lines) {
    guard let standard = line.standardPrice else {
      unknown.append(["productId": .string(line.productId)])
      continue
    }
    // The unit's price is gross ÷ quantity; multiplying out keeps it exact.
    guard Int128(amounts.gross.amount) > Int128(standard.amount) * Int128(line.quantity) else { continue }
    above.append([
      "productId": .string(line.productId), "gross": RuleValue(amounts.gross),
      "quantity": .int(line.quantity),
      "standardPrice": RuleValue(standard),
    ])
  }
  let found = [("above", above), ("without", unknown)].filter { !$0.1.isEmpty }
  guard !found.isEmpty else { return [] }
  return [
    input.violation(
      .standardPrice, above.isEmpty ? .warn : input.rulebook.limits.standardPriceMode, rule: "ssh.mode",
      found.map { (name: $0.0, value: .array($0.1)) })
  ]
}
