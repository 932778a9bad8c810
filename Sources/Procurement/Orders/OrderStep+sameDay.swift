import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderStep {
  /// Reckons the taxes anew where the unit pays the vendor more than this order on the day (`TAX1`): small payments of
  /// a day are one for tax, and the later one bears what the earlier ones were spared (PMK 231/2019 jo. 59/2022). The
  /// vendor's row is locked, so that two orders do not both bear it.
  ///
  /// What an order stands for does not change with it, only what is taken out of the payment. Orders whose parts are
  /// paid by themselves are broken out of a whole of their own already.
  mutating func reckonWithTheDay(_ transaction: borrowing Transaction) async throws {
    guard part == nil, order.terms.paymentMode != .kkpd, !situation.parts.contains(where: \.isApart) else {
      return
    }
    let others = try await sameDay(transaction)
    let wasShared = order.taxes.contains { $0.shared != nil }
    guard wasShared || !others.isEmpty else { return }
    var facts = try await facts(
      acceptedLines, whole: situation.parts.count > 1 ? situation.lines : nil, transaction)
    let alone = try EOrderRules.decide(facts, caller.rulebook)
    facts.sameDay = others
    let decision = try EOrderRules.decide(facts, caller.rulebook)
    guard wasShared || decision.taxes != alone.taxes, decision.totals.gross == order.money.gross else {
      return
    }
    setAmounts(OrderMoney(decision.totals))
    let told = decision.violations.filter { $0.code == .paymentsTogether }
    changes.append("decision = \(JSONB(try decisionOfAccepted(decision, decision.totals, adding: told)))")
    detail += [
      JSONMember(name: "withheld", value: JSONValue(decision.totals.withheld)),
      JSONMember(name: "vatCollected", value: JSONValue(decision.totals.vatCollected)),
      JSONMember(name: "taxedWith", value: .array(others.map { .string($0.orderId) })),
    ]
  }

  /// The lines as they were accepted, at the value that was found due of them.
  private var acceptedLines: [LineFacts] {
    situation.lines.filter { ($0.accepted ?? $0.quantity) > 0 }.map { line in
      guard order.dueGross == order.money.gross else {
        return line.facts(quantity: line.accepted ?? line.quantity)
      }
      return line.facts(worth: line.gross)
    }
  }

  private func sameDay(_ transaction: borrowing Transaction) async throws -> [SameDayPayment] {
    let reads: [SQL] = [
      "SELECT id FROM vendor WHERE id = \(order.vendorID) FOR NO KEY UPDATE",
      SameDayOrder.select(order, today: caller.today),
    ]
    let orders = try await transaction.pipeline(reads)[1].rows(SameDayOrder.self)
    guard !orders.isEmpty else { return [] }
    let lines = try Belonging<OrderLineRecord>.byOrder(
      try await transaction.query(OrderLineRecord.select(orders: orders.map(\.id))))
    return orders.map { $0.payment(lines[$0.id] ?? []) }
  }
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
