import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// An order as it was for a vendor that had it before it went to the next offer.
struct PastOrder: RowDecodable, Sendable {
  let order: UUID
  /// The first event that is no longer the vendor's.
  private let position: Int

  init(row: inout Row) throws {
    order = try row.next()
    position = try row.next()
  }

  /// The rows of orders that a vendor had, as they were then, in the place of `purchase_order`.
  static func rows(of vendor: UUID) -> SQL {
    """
    SELECT p.* FROM order_past f JOIN purchase_order c ON c.id = f.order_id
      CROSS JOIN LATERAL jsonb_populate_record(c, f.content) p WHERE f.vendor_id = \(vendor)
    """
  }

  /// Which of these orders a vendor had before, and the lines of those.
  static func selects(_ orders: [UUID], of vendor: UUID) -> [SQL] {
    [
      """
      SELECT order_id, position FROM order_past
      WHERE vendor_id = \(vendor) AND order_id = ANY (\(SQLArray(orders)))
      """,
      """
      SELECT order_id, \(OrderLineRecord.columns) FROM (
        SELECT l.* FROM order_past f CROSS JOIN LATERAL jsonb_populate_recordset(NULL::order_line, f.lines) l
        WHERE f.vendor_id = \(vendor) AND f.order_id = ANY (\(SQLArray(orders)))
      ) past ORDER BY order_id, position
      """,
    ]
  }

  /// What the vendor still sees: its own time with the order, and nothing of the deadlines and papers after it.
  func view(_ order: OrderRecord, _ lines: [OrderLineRecord], _ events: [OrderEvent]) -> OrderView {
    OrderView(order: order, lines: lines, events: events.filter { $0.position < position })
  }

  /// Keeps the order as it is for its present vendor, with the audit entry of the step by which it goes to another.
  static func insertion(
    _ order: UUID, _ vendor: UUID, before position: Int, _ rows: (JSONB, JSONB), audit: UUID
  )
    -> SQL
  {
    """
    INSERT INTO order_past (order_id, vendor_id, position, content, lines, audit_id)
    VALUES (\(order), \(vendor), \(position), \(rows.0), \(rows.1), \(audit))
    """
  }

  /// The rows that are kept.
  static func content(_ order: UUID) -> SQL {
    """
    SELECT to_jsonb(o), (SELECT coalesce(jsonb_agg(to_jsonb(l) ORDER BY l.position), '[]') FROM order_line l
                         WHERE l.order_id = o.id)
    FROM purchase_order o WHERE o.id = \(order)
    """
  }
}

extension OrderView {
  /// The order as this person sees it: a vendor that got it after another does not learn who that was, nor why it did
  /// not take it.
  func seen(by actor: Actor) -> OrderView {
    guard actor.isVendor, let move = events.last(where: \.movesVendor) else { return self }
    return OrderView(
      order: order, lines: lines,
      events: events.map { $0.position < move.position && $0.isVendors ? OrderEvent(hiding: $0) : $0 },
      deadlines: deadlines, attachments: attachments.filter { $0.createdAt > move.at }, overlays: overlays,
      ratings: ratings, parts: parts)
  }

  /// These orders as their reader sees them; what a vendor had before is told as it was then.
  static func views(
    of orders: [OrderRecord], seenBy actor: Actor, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [OrderView] {
    let views = try await views(of: orders, lease).map { $0.seen(by: actor) }
    guard let vendor = actor.vendorID, !orders.isEmpty else { return views }
    let results = try await lease.pipeline(PastOrder.selects(orders.map(\.id), of: vendor))
    let past = Dictionary(try results[0].rows(PastOrder.self).map { ($0.order, $0) }) { $1 }
    let lines = try Belonging<OrderLineRecord>.byOrder(results[1])
    return views.map { view in
      past[view.order.id]?.view(view.order, lines[view.order.id] ?? [], view.events) ?? view
    }
  }
}
