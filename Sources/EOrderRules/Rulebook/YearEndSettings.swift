/// The last days of a budget year.
package struct YearEndSettings: Hashable, Sendable {
  /// The last day for issuing orders.
  package let lastIssue: MonthDay
  /// The last day for invoices, and so for deliveries.
  package let lastInvoice: MonthDay
  /// The last day for payments.
  package let lastPay: MonthDay

  init(_ settings: TenantRules) throws(RulesError) {
    lastIssue = try settings.read("yearend.last_issue")
    lastInvoice = try settings.read("yearend.last_invoice")
    lastPay = try settings.read("yearend.last_pay")
  }
}

/// How numbers are written.
package struct NumberingSettings: Hashable, Sendable {
  /// Numbers of orders.
  package let order: NumberTemplate
  /// Numbers of handovers.
  package let handover: NumberTemplate
  /// Numbers of invoices.
  package let invoice: NumberTemplate

  init(_ settings: TenantRules) throws(RulesError) {
    order = try settings.read("numbering.order")
    handover = try settings.read("numbering.bast")
    invoice = try settings.read("numbering.invoice")
  }
}
