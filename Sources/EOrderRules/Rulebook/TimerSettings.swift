/// How long everybody has.
package struct TimerSettings: Hashable, Sendable {
  private let acceptHours: [String: Int]
  /// Working days for inspecting a delivery; food is inspected the same day.
  package let inspectWorkingDays: Int
  /// Working days for the invoice.
  package let invoiceWorkingDays: Int
  /// Working days for verifying the papers.
  package let verifyWorkingDays: Int
  /// Working days from invoice to payment.
  package let payWorkingDays: Int

  init(_ settings: TenantRules) throws(RulesError) {
    let initial = RuleKey.byName["timer.accept_hours"]?.initial?.members ?? []
    let own = settings.value("timer.accept_hours")?.members ?? []
    acceptHours = Dictionary((initial + own).map { ($0.name, Int(clamping: $0.value.integer ?? 0)) }) { $1 }
    inspectWorkingDays = try settings.count("timer.inspect_wd")
    invoiceWorkingDays = try settings.count("timer.invoice_wd")
    verifyWorkingDays = try settings.count("timer.verify_wd")
    payWorkingDays = try settings.count("timer.pay_wd")
  }

  /// Hours in which a vendor accepts an order of these categories: the fewest among them, since the whole
  /// order waits for its most pressing part.
  ///
  /// - Parameter isFood: Whether the order is for food; then `fnb` holds for categories without their own hours.
  package func acceptHours(of categories: Set<String> = [], isFood: Bool) -> Int {
    let general = (isFood ? acceptHours["fnb"] : nil) ?? acceptHours["default"] ?? 0
    return categories.map { acceptHours[$0] ?? general }.min() ?? general
  }
}
