/// A payment, as far as its tax threshold is concerned.
package struct PaymentFacts: Hashable, Sendable {
  /// The order that is paid.
  package var orderId: String
  /// Who is paid.
  package var vendorId: String
  /// Who pays.
  package var unitId: String
  /// The day of the payment.
  package var day: Day
  /// The amount that is compared with the threshold, by `tax.ppn_threshold_basis`.
  package var measure: Rupiah

  /// A payment with all that is looked at.
  package init(orderId: String, vendorId: String, unitId: String, day: Day, measure: Rupiah) {
    self.orderId = orderId
    self.vendorId = vendorId
    self.unitId = unitId
    self.day = day
    self.measure = measure
  }
}

/// Payments that are taxed as if they were one, and the flag that says so.
package struct CombinedPayments: Sendable {
  /// The payments, at least two.
  package let payments: [PaymentFacts]
  /// What is compared with the threshold.
  package let measure: Rupiah
  /// `TAX1`.
  package let flag: Violation
}

extension Rulebook {
  /// `TAX1`: payments of one unit to one vendor on one day that are each too small to be taxed and together are
  /// not; the exemption does not hold for what was broken out of a larger payment.
  package func paymentsTaxedTogether(
    _ payments: [PaymentFacts], _ severity: Severity = .info
  ) throws(RulesError) -> [CombinedPayments] {
    var found: [CombinedPayments] = []
    for group in grouped(payments, by: { [$0.vendorId, $0.unitId, $0.day.description] }) {
      // Before the first threshold nothing was broken up to stay below one.
      guard let row = national.row(.minimumCollected, on: group[0].day) else { continue }
      guard let limit = row.amount else { throw .incomplete(row.code.rawValue) }
      let small = group.filter { $0.measure <= limit }
      let sum = try counted { () throws(AmountOverflow) in try small.map(\.measure).total() }
      guard small.count >= 2, sum > limit else { continue }
      found.append(
        CombinedPayments(payments: small, measure: sum, flag: flag(small, sum, limit, row, severity)))
    }
    return found
  }

  private func flag(
    _ small: [PaymentFacts], _ sum: Rupiah, _ limit: Rupiah, _ row: NationalRow, _ severity: Severity
  ) -> Violation {
    let facts = FlagFacts(code: .paymentsTogether, sum: sum, limit: limit)
    return facts.raised(
      severity, rule: row.name, under: self,
      [
        ("count", .int(Int64(small.count))), ("day", RuleValue(small[0].day)),
        (
          "payments",
          .array(small.map { ["orderId": .string($0.orderId), "measure": RuleValue($0.measure)] })
        ),
      ])
  }
}
