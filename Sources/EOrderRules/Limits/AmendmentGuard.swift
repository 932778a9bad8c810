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

extension ViolationCode {
  /// Whether a block of this code stands against an amendment (domain.md §7.4): one that costs no more needs nothing but
  /// its budget and the share that the law allows; one that costs more stays within what binds the value, and what it
  /// buys more of is for sale. Neither asks again who the vendor is: the contract stands.
  func stands(againstAmendmentThatRises rises: Bool) -> Bool {
    switch self {
    case .budgetAvailable, .addendumLimit: true
    case .orderCap, .evidenceForm, .splitPackage, .standardPrice, .productNotListed, .minimumQuantity, .stock,
      .yearEnd:
      rises
    default: false
    }
  }
}
