import EOrderRules
package import Foundation
package import Postgres

/// A paid order that one side may still rate before it closes.
package struct DeskRating: RowDecodable, Sendable {
  static let most = 10

  package let orderID: UUID
  package let number: String?
  package let vendorName: String
  package let unitName: String
  /// When the order closes by itself; nil where no timer runs.
  package let closesAt: Date?
  /// Orders within the reader's reach that wait for its rating.
  package let ofAll: Int

  package init(row: inout Row) throws {
    orderID = try row.next()
    number = try row.next(String?.self)
    vendorName = try row.next()
    unitName = try row.next()
    closesAt = try row.next(Date?.self)
    ofAll = try row.next()
  }

  /// Those that close first come first.
  static func select(_ scope: SQL, by side: OrderSide) -> SQL {
    """
    SELECT o.id, o.number, o.vendor_name, n.name, t.due_at, count(*) OVER ()
    FROM purchase_order o JOIN unit n ON n.id = o.unit_id
    LEFT JOIN LATERAL (SELECT min(due_at) AS due_at FROM order_timer
      WHERE order_id = o.id AND kind = 'close') t ON true
    WHERE o.state = 'paid' AND \(scope)
      AND NOT EXISTS (SELECT FROM order_rating r WHERE r.order_id = o.id AND r.side = \(side.rawValue))
    ORDER BY t.due_at, o.paid_at, o.id LIMIT \(most)
    """
  }
}
