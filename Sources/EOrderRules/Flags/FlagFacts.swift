/// What every flag explains itself with, so that an auditor reads them all alike.
struct FlagFacts {
  /// Which flag it is.
  let code: ViolationCode
  /// Days that were looked at; nil where the flag has no window of days.
  var window: Int?
  /// The other orders behind it.
  var orders: [RecentOrder] = []
  /// The value of this order; nil where the flag is about no single one.
  var gross: Rupiah?
  /// The value of all of them together; nil where the flag does not add up.
  var sum: Rupiah?
  /// The sum above which the flag is raised; nil where it does not look at sums.
  var limit: Rupiah?
  /// How alike the most similar items are; nil where the flag does not compare them.
  var similarity: Ratio?
  /// The reasons that an official may give.
  var acceptedReasons: [String] = []

  /// The flag under these rules, with facts of its own behind the shared ones.
  func raised(
    _ severity: Severity, rule: String, under rulebook: Rulebook,
    _ own: [(name: String, value: RuleValue)] = []
  ) -> Violation {
    Violation(code, severity, under: rulebook, rule: rule, members(under: rulebook) + own)
  }

  private func amount(_ amount: Rupiah?) -> RuleValue { amount.map { RuleValue($0) } ?? .null }

  /// The members of the explanation, in their order.
  func members(under rulebook: Rulebook) -> [(name: String, value: RuleValue)] {
    [
      ("flag", .string(code.rawValue)), ("window", window.map { .int(Int64($0)) } ?? .null),
      ("orders", .array(orders.map(\.tree))), ("gross", amount(gross)), ("sum", amount(sum)),
      ("limit", amount(limit)), ("similarity", RuleValue(similarity?.thousandths)),
      ("legalRef", .string(rulebook.legal(of: code))),
      ("acceptedReasons", .array(acceptedReasons.map { .string($0) })),
    ]
  }
}

extension RecentOrder {
  /// The order as explanations name it.
  var tree: RuleValue {
    [
      "id": .string(id), "no": RuleValue(number), "date": RuleValue(date), "gross": RuleValue(gross),
      "vendor": RuleValue(vendorId),
    ]
  }
}
