package import Foundation
package import Postgres

/// Who buys by an order: the unit, and the official who answers for it.
package struct OrderBuyer: RowDecodable, Sendable {
  package let unitName: String
  /// The commitment officer; nil before the package was assigned.
  package let officerName: String?
  package let officerEmail: String?

  package init(row: inout Row) throws {
    unitName = try row.next()
    officerName = try row.next(String?.self)
    officerEmail = try row.next(String?.self)
  }

  /// Of an order that its reader may see.
  package static func read(
    unit: UUID, officer: UUID?, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> OrderBuyer? {
    try await lease.query(
      """
      SELECT n.name, u.name, u.email FROM unit n LEFT JOIN app_user u ON u.id = \(officer) WHERE n.id = \(unit)
      """
    ).first(OrderBuyer.self)
  }
}
