/// What a guard looks at: the facts, the rules, and the amounts already reckoned.
struct GuardInput {
  let facts: OrderFacts
  let rulebook: Rulebook
  let assessment: TaxAssessment

  /// The value of the order with all taxes.
  var gross: Rupiah { assessment.totals.gross }

  /// By how much the order is worth more than a limit.
  func excess(over limit: Rupiah) -> RuleValue {
    let (excess, overflow) = gross.amount.subtractingReportingOverflow(limit.amount)
    return .int(overflow ? .max : excess)
  }

  /// A violation under this rulebook.
  ///
  /// - Parameter legal: The regulation, where it is not the one of the code.
  func violation(
    _ code: ViolationCode, _ severity: Severity = .block, rule: String, legal: String? = nil,
    _ facts: [(name: String, value: RuleValue)]
  ) -> Violation {
    Violation(code, severity, under: rulebook, rule: rule, legal: legal, facts)
  }
}

/// One rule about orders: what it holds against the facts.
typealias Guard = @Sendable (GuardInput) throws(AmountOverflow) -> [Violation]

/// The guards of an order, in the order in which violations are told.
let orderGuards: [Guard] = [
  withinCap, withinFormsOfEvidence, withinBudget, withinStandardPrices, afterNationalCatalogue,
  fromVerifiedVendor, fromAdmittedSize, ofListedProducts, atLeastMinimumQuantity, withinStock,
  directOnlyUpToMaximum, taxedWithoutDoubt, paidInAdmittedMode, beforeYearEnd,
  notSplitByPackage, notSplitByCategory, notSplitByVendor, notOfNewProducts, ofSteadyPrices, notAboveMedian,
  withoutConflictOfInterest, withinAddendumLimit,
]
