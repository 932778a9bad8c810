/// What a guard looks at: the facts, the rules, and the amounts already reckoned.
struct GuardInput {
  let facts: OrderFacts
  let rulebook: Rulebook
  let assessment: TaxAssessment

  /// The value of the order with all taxes.
  var gross: Rupiah { assessment.totals.gross }

  /// A violation under this rulebook.
  func violation(
    _ code: ViolationCode, _ severity: Severity = .block, rule: String,
    _ facts: [(name: String, value: RuleValue)]
  ) -> Violation {
    Violation(code, severity, under: rulebook, rule: rule, facts)
  }
}

/// One rule about orders: what it holds against the facts.
typealias Guard = @Sendable (GuardInput) throws(AmountOverflow) -> [Violation]

/// Every guard, in the order in which violations are told.
let orderGuards: [Guard] = [
  withinCap, withinBudget, withinStandardPrices, afterNationalCatalogue,
  fromVerifiedVendor, fromAdmittedSize, ofListedProducts, atLeastMinimumQuantity, withinStock,
  directOnlyUpToMaximum, taxedWithoutDoubt, paidInAdmittedMode, beforeYearEnd,
  notSplitByPackage, notSplitByCategory, notSplitByVendor, notOfNewProducts,
  withinAddendumLimit,
]
