/// `CATALOGUE_FIRST`: the national catalogue was looked into and lacks the goods.
let afterNationalCatalogue: Guard = { input throws(AmountOverflow) in
  let check = input.facts.catalogueCheck
  if check?.result == .notFound, isGiven(check?.evidence) { return [] }
  let severity: Severity =
    switch input.rulebook.limits.catalogueMode {
    case .warn: .warn
    case .requireReason: isGiven(check?.reason) ? .info : .block
    case .block: .block
    }
  return [
    input.violation(
      .catalogueFirst, severity, rule: "catalogue_check.mode",
      [
        ("mode", .string(input.rulebook.limits.catalogueMode.rawValue)),
        ("result", RuleValue(check?.result.rawValue)),
        ("reason", RuleValue(check?.reason)), ("evidence", RuleValue(check?.evidence)),
      ])
  ]
}

private func isGiven(_ text: String?) -> Bool { text?.contains { !$0.isWhitespace } ?? false }
