/// `ADDENDUM_LIMIT`: an amendment raises the order by no more than the share of its first value that the law
/// allows (Perpres 16/2018 Art. 54(2)); without a rate in force, by nothing.
let withinAddendumLimit: Guard = { input throws(AmountOverflow) in
  guard let initial = input.facts.initialGross else { return [] }
  let row = try? input.rulebook.national.inForce(.addendumLimit, on: input.facts.date)
  let limit = try initial.adding(try (row?.rate ?? .zero).of(initial))
  guard input.gross > limit else { return [] }
  return [
    input.violation(
      .addendumLimit, rule: "addendum.limit",
      [("initial", RuleValue(initial)), ("gross", RuleValue(input.gross)), ("limit", RuleValue(limit))])
  ]
}
