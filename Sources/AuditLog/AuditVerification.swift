package import Foundation
package import Postgres
import StrictJSON

/// Recomputes the audit log of one tenant and compares it with the rows that it tells of.
package struct AuditVerification: Sendable {
  /// The first entry that does not hold, and why.
  package struct Finding: Error, Sendable, CustomStringConvertible {
    package let entry: UUID
    package let reason: String

    package var description: String { "entry \(entry.lowercased): \(reason)" }
  }

  private static let batch = 1000

  package init() {}

  /// Reads all entries from the oldest on.
  /// - Parameters:
  ///   - skipping: entries at the beginning that were verified before.
  ///   - progress: called after each batch with the number of entries so far.
  /// - Returns: the number of entries that hold.
  /// - Throws: `Finding` for the first bad entry.
  package func run(
    _ lease: borrowing some Lease & ~Copyable, skipping: Int = 0, progress: (Int) -> Void
  ) async throws -> Int {
    var verified = 0
    var after: (at: Date, id: UUID) = (.distantPast, UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
    while true {
      let rows = try await lease.query(
        """
        SELECT id, at, actor, role, action, subject_type, subject_id, rule_version, leaf
        FROM audit_entry WHERE (at, id) > (\(max(after.at, Self.earliest)), \(after.id))
        ORDER BY at, id LIMIT \(Self.batch)
        """
      ).rows(StoredEntry.self)
      for entry in rows.dropFirst(max(0, skipping - verified)) { try entry.check() }
      verified += rows.count
      progress(verified)
      guard let last = rows.last, rows.count == Self.batch else { break }
      after = (last.at, last.id)
    }
    try await checkFacts(lease)
    return verified
  }

  /// PostgreSQL's calendar does not reach `Date.distantPast` in microseconds of `Int64`.
  private static let earliest = Date(timeIntervalSince1970: 0)

  /// Every fact has its entry, and each entry tells what the fact says.
  private func checkFacts(_ lease: borrowing some Lease & ~Copyable) async throws {
    guard try await holdsOrders(lease) else { return }
    let results = try await lease.pipeline([
      Self.orderFacts, Self.budgetFacts, Self.vendorFacts, Self.productFacts, Self.missingFacts,
    ])
    for result in results {
      if let (entry, reason) = try result.first(as: (UUID, String).self) {
        throw Finding(entry: entry, reason: reason)
      }
    }
  }

  /// The control schema keeps an audit log too, but no orders.
  private func holdsOrders(_ lease: borrowing some Lease & ~Copyable) async throws -> Bool {
    let result = try await lease.query("SELECT to_regclass('order_event') IS NOT NULL")
    return try result.scalar(Bool.self) ?? false
  }
}

extension AuditVerification {
  private static let orderFacts: SQL = """
    SELECT e.audit_id, 'the order''s history says otherwise: ' || e.transition
    FROM order_event e LEFT JOIN audit_entry a ON a.id = e.audit_id
    WHERE a.id IS NULL OR a.subject_id <> e.order_id::text OR a.action <> 'order.' || e.transition
      OR convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' ->> 'to' IS DISTINCT FROM e.to_state
      OR convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' ->> 'from' IS DISTINCT FROM e.from_state
      OR convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' ->> 'reason' IS DISTINCT FROM e.reason
      OR a.at <> e.at
    ORDER BY e.at LIMIT 1
    """

  private static let budgetFacts: SQL = """
    SELECT b.audit_id, 'the budget ledger says otherwise: ' || b.transition
    FROM budget_entry b LEFT JOIN audit_entry a ON a.id = b.audit_id
    WHERE a.id IS NULL
      OR (convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' -> 'budget' ->> 'reserved')::bigint IS DISTINCT FROM b.reserved
      OR (convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' -> 'budget' ->> 'committed')::bigint IS DISTINCT FROM b.committed
      OR (convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' -> 'budget' ->> 'realised')::bigint IS DISTINCT FROM b.realised
    ORDER BY b.at LIMIT 1
    """

  private static let vendorFacts: SQL = """
    SELECT e.audit_id, 'the vendor''s history says otherwise: ' || e.transition
    FROM vendor_event e LEFT JOIN audit_entry a ON a.id = e.audit_id
    WHERE a.id IS NULL OR a.subject_id <> e.vendor_id::text OR a.action <> 'vendor.' || e.transition
      OR convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' ->> 'to' IS DISTINCT FROM e.to_state
    ORDER BY e.at LIMIT 1
    """

  private static let productFacts: SQL = """
    SELECT e.audit_id, 'the product''s history says otherwise: ' || e.transition
    FROM product_event e LEFT JOIN audit_entry a ON a.id = e.audit_id
    WHERE a.id IS NULL OR a.subject_id <> e.product_id::text OR a.action <> 'product.' || e.transition
      OR convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' ->> 'to' IS DISTINCT FROM e.to_state
      OR (convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' ->> 'price')::bigint IS DISTINCT FROM e.price
    ORDER BY e.at LIMIT 1
    """

  /// Entries whose fact was removed, and orders whose state is not that of their last fact.
  private static let missingFacts: SQL = """
    SELECT x.id, x.reason FROM (
      SELECT a.id, a.at, 'its fact was removed' AS reason FROM audit_entry a
      WHERE (a.subject_type = 'order' AND a.action LIKE 'order.%'
          AND convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' ? 'to'
          AND NOT EXISTS (SELECT FROM order_event e WHERE e.audit_id = a.id))
        OR (a.subject_type = 'vendor' AND convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' ? 'to'
          AND NOT EXISTS (SELECT FROM vendor_event e WHERE e.audit_id = a.id))
        OR (a.subject_type = 'product' AND convert_from(a.leaf, 'UTF8')::jsonb -> 'detail' ? 'to'
          AND NOT EXISTS (SELECT FROM product_event e WHERE e.audit_id = a.id))
      UNION ALL
      SELECT e.audit_id, e.at, 'the order is in another state than its history says'
      FROM purchase_order o
      JOIN LATERAL (SELECT * FROM order_event e WHERE e.order_id = o.id ORDER BY position DESC LIMIT 1) e ON true
      WHERE e.to_state <> o.state
    ) x ORDER BY x.at LIMIT 1
    """
}

/// An entry as the table holds it.
private struct StoredEntry: RowDecodable {
  let id: UUID
  let at: Date
  let columns: [String?]
  let leaf: [UInt8]

  init(row: inout Row) throws {
    id = try row.next()
    at = try row.next()
    columns = [
      try row.next(), try row.next(), try row.next(), try row.next(), try row.next(),
      try row.next(String?.self),
    ]
    leaf = try row.next(Bytes.self).bytes
  }

  /// The bytes must be canonical and say what the columns say.
  func check() throws {
    guard let value = try? JSONValue(parsing: leaf) else {
      throw AuditVerification.Finding(entry: id, reason: "its bytes are not JSON")
    }
    guard value.canonical == leaf else {
      throw AuditVerification.Finding(entry: id, reason: "its bytes are not canonical")
    }
    let told: [String?] = [
      value["actor"]?.text, value["role"]?.text, value["action"]?.text, value["subject"]?["type"]?.text,
      value["subject"]?["id"]?.text, value["ruleVersion"]?.text,
    ]
    guard value["id"]?.text == id.lowercased, value["at"]?.int64 == at.microseconds, told == columns else {
      throw AuditVerification.Finding(entry: id, reason: "its columns and its bytes differ")
    }
  }
}
