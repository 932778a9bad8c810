import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderStep {
  /// The day's other payments of the unit to the vendor, which are one with this order's for tax (`TAX1`): small
  /// payments of a day are one, and the later one bears what the earlier ones were spared (PMK 231/2019 jo. 59/2022).
  ///
  /// Orders whose parts are paid by themselves are broken out of a whole of their own already.
  func sameDay(_ found: Result, _ transaction: borrowing Transaction) async throws -> [SameDayPayment] {
    guard part == nil, order.terms.paymentMode != .kkpd, !situation.parts.contains(where: \.isApart) else {
      return []
    }
    let orders = try found.rows(SameDayOrder.self)
    guard !orders.isEmpty else { return [] }
    let lines = try Belonging<OrderLineRecord>.byOrder(
      try await transaction.query(OrderLineRecord.select(orders: orders.map(\.id))))
    return orders.map { $0.payment(lines[$0.id] ?? []) }
  }

  /// The statement that finds them.
  var sameDayOrders: SQL { SameDayOrder.select(order, today: caller.today) }
}

/// Another order of the unit from the vendor that is paid on this day, or waits to be.
private struct SameDayOrder: RowDecodable, Sendable {
  let id: UUID
  private let number: String?
  private let taxes: JSONValue

  init(row: inout Row) throws {
    id = try row.next()
    number = try row.next(String?.self)
    taxes = try JSONValue(parsing: try row.next(JSONB.self).text)
  }

  /// Those who wait were ordered within the year before.
  static func select(_ order: OrderRecord, today: Day) -> SQL {
    """
    SELECT o.id, o.number, coalesce(o.decision -> 'taxes', '[]') FROM purchase_order o
    WHERE o.vendor_id = \(order.vendorID) AND o.unit_id = \(order.unitID) AND o.id <> \(order.id)
      AND o.payment_mode <> 'KKPD' AND o.created_at >= \(order.createdAt - 366 * 86_400)
      AND (o.paid_on = \(today)
        OR (o.paid_on IS NULL AND o.state IN ('verified_for_payment', 'payment_requested', 'payment_approved')))
      AND NOT EXISTS (SELECT FROM order_part p WHERE p.order_id = o.id AND p.apart)
    ORDER BY o.paid_on NULLS LAST, o.id
    """
  }

  func payment(_ lines: [OrderLineRecord]) -> SameDayPayment {
    let accepted = lines.filter { ($0.accepted ?? $0.quantity) > 0 }
    return SameDayPayment(
      orderId: id.lowercased, number: number,
      lines: accepted.map { $0.facts(quantity: $0.accepted ?? $0.quantity) }, taxes: taxes.taxLines)
  }
}
