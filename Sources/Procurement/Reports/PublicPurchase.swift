package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
import Tenancy

/// A purchase as anyone may read it: who bought what from whom, for how much, and when it was paid.
package struct PublicPurchase: RowDecodable, Sendable {
  package let id: UUID
  package let number: String
  package let unitName: String
  package let vendorID: UUID
  package let vendorName: String
  package let issuedAt: Date
  package let gross: Rupiah
  package let state: OrderState
  package let paidOn: Day?
  /// `12 rim Kertas HVS`, the first lines of the order.
  package let goods: [String]
  /// Lines besides those.
  package let more: Int

  package init(row: inout Postgres.Row) throws {
    id = try row.next()
    number = try row.next(String?.self) ?? ""
    unitName = try row.next()
    vendorID = try row.next()
    vendorName = try row.next()
    issuedAt = try row.next()
    gross = try row.next()
    state = OrderState(rawValue: try row.next()) ?? .issued
    paidOn = try row.next(Day?.self)
    goods = try row.next(SQLArray<String>.self).elements
    more = try row.next()
  }
}

/// The purchases of a province, the newest first, once the province's delay is over.
package struct ListPurchases: Sendable {
  package static let name = "purchases"
  private static let shownLines = 3

  private let page: PageRequest

  package init(_ page: PageRequest) { self.page = page }

  /// One row more than the page holds tells that there is a next page.
  package func rows(
    _ visit: Visit, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [PublicPurchase] {
    let latest = visit.now - Double(visit.rulebook.publication.delayHours) * 3600
    var behind: SQL = ""
    if let cursor = try page.behind { behind = " AND (o.issued_at, o.id) < (\(cursor.at), \(cursor.id))" }
    return try await lease.query(
      """
      SELECT o.id, o.number, n.name, o.vendor_id, o.vendor_name, o.issued_at, \(Purchases.gross), o.state, o.paid_on,
        ARRAY(SELECT l.quantity || ' ' || l.unit_of_measure || ' ' || l.name FROM order_line l
          WHERE l.order_id = o.id ORDER BY l.position LIMIT \(Self.shownLines)),
        greatest(0, (SELECT count(*) FROM order_line l WHERE l.order_id = o.id) - \(Self.shownLines))
      FROM purchase_order o JOIN unit n ON n.id = o.unit_id
      WHERE \(Purchases.counted) AND o.issued_at <= \(latest)\(behind)
      ORDER BY o.issued_at DESC, o.id DESC LIMIT \(page.limit + 1)
      """
    ).rows(PublicPurchase.self)
  }
}
