/// How long everybody has.
package struct TimerSettings: Hashable, Sendable {
  /// Hours for accepting an order of food.
  package let acceptHoursFood: Int
  /// Hours for accepting another order.
  package let acceptHours: Int
  /// Working days for inspecting a delivery; food is inspected the same day.
  package let inspectWorkingDays: Int
  /// Working days for the invoice.
  package let invoiceWorkingDays: Int
  /// Working days for verifying the papers.
  package let verifyWorkingDays: Int
  /// Working days from invoice to payment.
  package let payWorkingDays: Int

  init(_ settings: TenantRules) throws(RulesError) {
    let food = try settings.part("fnb", of: "timer.accept_hours").integer
    let other = try settings.part("default", of: "timer.accept_hours").integer
    guard let food, let other else { throw .setting("timer.accept_hours") }
    acceptHoursFood = Int(clamping: food)
    acceptHours = Int(clamping: other)
    inspectWorkingDays = try settings.count("timer.inspect_wd")
    invoiceWorkingDays = try settings.count("timer.invoice_wd")
    verifyWorkingDays = try settings.count("timer.verify_wd")
    payWorkingDays = try settings.count("timer.pay_wd")
  }
}
