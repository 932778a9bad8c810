/// `PAY_MODE`: the province has the mode of payment, and petty cash pays no more than its limit.
let paidInAdmittedMode: Guard = { input throws(AmountOverflow) in
  let mode = input.facts.paymentMode
  let payment = input.rulebook.payment
  if !payment.modes.contains(mode) {
    return [
      input.violation(
        .paymentMode, rule: "payment.modes",
        [
          ("mode", .string(mode.rawValue)),
          ("allowed", .array(payment.modes.map(\.rawValue).sorted().map { .string($0) })),
        ])
    ]
  }
  guard mode.isPettyCash, input.gross > payment.pettyCashMaximum else { return [] }
  return [
    input.violation(
      .paymentMode, rule: "payment.up_single_max",
      [
        ("mode", .string(mode.rawValue)), ("gross", RuleValue(input.gross)),
        ("limit", RuleValue(payment.pettyCashMaximum)),
      ])
  ]
}

/// `REVIEW_REQUIRED`: how the order is taxed needs no person's decision; each reason is told by what asks for it and
/// the regulation behind that.
let taxedWithoutDoubt: Guard = { input throws(AmountOverflow) in
  input.assessment.reviews.map { reason in
    let (rule, legal) = reason.basis(input.rulebook.national, on: input.facts.date)
    return input.violation(
      .reviewRequired, .hold, rule: rule, legal: legal,
      [
        ("reasons", [.string(reason.rawValue)]),
        ("turnoverYearToDate", input.facts.vendor.turnoverYearToDate.map { RuleValue($0) } ?? .null),
      ])
  }
}
