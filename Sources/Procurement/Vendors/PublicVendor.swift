package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON

/// What anyone may know of a verified vendor: its name, its place, and how offices rated it.
package struct PublicVendor: RowDecodable, Sendable {
  package let id: UUID
  package let name: String
  package let regionCode: String
  package let size: BusinessSize
  package let ratings: Int
  /// In tenths; nil where nobody rated it.
  package let starTenths: Int64?
  /// Orders that it has delivered.
  package let delivered: Int

  package init(row: inout Postgres.Row) throws {
    id = try row.next()
    name = try row.next()
    regionCode = try row.next()
    size = try row.code()
    ratings = try row.next()
    starTenths = try row.next(Int64?.self)
    delivered = try row.next()
  }

  /// - Throws: `Refusal.notFound` for a vendor that may not sell.
  package static func read(
    _ id: UUID, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> PublicVendor {
    let found = try await lease.query(
      """
      SELECT v.id, v.business_name, v.region_code, v.size, r.count, r.tenths,
        (SELECT count(*) FROM purchase_order o WHERE o.vendor_id = v.id AND o.handed_over_at IS NOT NULL)
      FROM vendor v CROSS JOIN LATERAL (
        SELECT count(*) AS count, round(avg(g.stars) * 10)::bigint AS tenths
        FROM order_rating g JOIN purchase_order o ON o.id = g.order_id
        WHERE o.vendor_id = v.id AND g.side = 'province'
      ) r
      WHERE v.id = \(id) AND v.state = 'verified'
      """
    ).first(PublicVendor.self)
    guard let found else { throw Refusal.notFound }
    return found
  }
}
