package import EOrderRules
package import Foundation
package import Postgres
import Tenancy

/// Something that a search of the whole province has found.
package struct SearchHit: RowDecodable, Sendable {
  /// What it is; the raw values stand in the query.
  package enum Kind: String, Sendable, CaseIterable {
    case order, need
    case planned = "package"
    case vendor, product, official
  }

  package let kind: Kind
  package let id: UUID
  package let title: String
  package let about: String
  /// The state's code; empty where it has none.
  package let state: String
  package let at: Date

  package init(row: inout Row) throws {
    kind = try row.code()
    id = try row.next()
    title = try row.next()
    about = try row.next()
    state = try row.next()
    at = try row.next()
  }
}

/// An auditor looks for a word in everything that the province has: orders with their lines, needs, packages,
/// vendors, products and officials.
package struct SearchProvince: Sendable {
  /// Who sees everything of the province.
  package static let readers: Set<Role> = [.auditor]
  /// Hits of one kind at most; whoever finds more searches more closely.
  package static let mostOfKind = 8

  private let words: String

  package init(_ words: String) { self.words = words }

  package func callAsFunction(_ lease: borrowing some Lease & ~Copyable) async throws -> [SearchHit] {
    try await lease.pipeline(statements).flatMap { try $0.rows(SearchHit.self) }
  }

  private var statements: [SQL] {
    [
      """
      SELECT 'order', o.id, coalesce(o.number, ''), o.vendor_name || ' · ' || n.name, o.state, o.created_at
      FROM purchase_order o JOIN unit n ON n.id = o.unit_id
      WHERE \(holds("coalesce(o.number, '')")) OR \(holds("o.vendor_name")) OR \(holds("coalesce(o.note, '')"))
        OR o.ocid = \(words) OR o.id::text = \(words) OR coalesce(o.payment_reference, '') = \(words)
        OR EXISTS (SELECT FROM order_line l WHERE l.order_id = o.id AND \(holds("l.name")))
      ORDER BY o.created_at DESC LIMIT \(Self.mostOfKind)
      """,
      """
      SELECT 'need', d.id, d.title, n.name, d.state, d.created_at FROM need d JOIN unit n ON n.id = d.unit_id
      WHERE \(holds("d.title")) OR \(holds("coalesce(d.specification, '')")) OR d.id::text = \(words)
      ORDER BY d.created_at DESC LIMIT \(Self.mostOfKind)
      """,
      """
      SELECT 'package', p.id, p.name, p.rup_code || ' · ' || n.name, '', p.created_at
      FROM package p JOIN unit n ON n.id = p.unit_id
      WHERE \(holds("p.name")) OR p.rup_code = \(words) OR p.id::text = \(words)
      ORDER BY p.created_at DESC LIMIT \(Self.mostOfKind)
      """,
      """
      SELECT 'vendor', v.id, v.business_name, 'NIB ' || v.nib, v.state, v.created_at FROM vendor v
      WHERE \(holds("v.business_name")) OR \(holds("v.owner_name")) OR v.nib = \(words) OR v.id::text = \(words)
      ORDER BY v.created_at DESC LIMIT \(Self.mostOfKind)
      """,
      """
      SELECT 'product', p.id, p.name, p.vendor_name, p.state, p.created_at FROM product p
      WHERE \(holds("p.name")) OR p.id::text = \(words) ORDER BY p.created_at DESC LIMIT \(Self.mostOfKind)
      """,
      """
      SELECT 'official', u.id, u.name, coalesce(n.name, ''), '', u.created_at
      FROM app_user u LEFT JOIN unit n ON n.id = u.unit_id
      WHERE u.vendor_id IS NULL AND (\(holds("u.name")) OR u.nip = \(words) OR u.email = lower(\(words)))
      ORDER BY u.created_at DESC LIMIT \(Self.mostOfKind)
      """,
    ]
  }

  private func holds(_ column: SQL) -> SQL { "position(lower(\(words)) IN lower(\(column))) > 0" }
}
