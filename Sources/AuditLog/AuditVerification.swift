import Crypto
package import Foundation
package import Postgres
import StrictJSON

/// Recomputes the audit log of one tenant and compares it with the rows that it tells of.
package struct AuditVerification: Sendable {
  /// The first entry that does not hold, and why.
  package struct Finding: Error, Sendable, CustomStringConvertible {
    /// Its number in the sealed log; nil where it has none.
    package let index: Int64?
    package let entry: UUID
    package let reason: String

    init(index: Int64? = nil, entry: UUID, reason: String) {
      self.index = index
      self.entry = entry
      self.reason = reason
    }

    package var description: String {
      "entry \(index.map { "\($0) (\(entry.lowercased))" } ?? entry.lowercased): \(reason)"
    }
  }

  private static let batch = 1000
  /// An entry is sealed within a second; one that never was had been slipped in later.
  private static let sealingTime: TimeInterval = 60

  package init() {}

  /// Reads the sealed log from number `since` on, then what is not sealed yet, then the facts.
  /// - Parameters:
  ///   - since: the number of the first entry to be read; those before were verified earlier.
  ///   - progress: called after each batch with the number of entries so far.
  /// - Returns: the number of entries that hold, those before `since` included.
  /// - Throws: `Finding` for the first bad entry.
  package func run(
    _ lease: borrowing some Lease & ~Copyable, since: Int64 = 0, progress: (Int64) -> Void
  ) async throws -> Int64 {
    var next = since
    while true {
      let leaves = try await lease.query(
        """
        SELECT l.index, l.entry_id, l.hash, e.id, e.at, e.actor, e.role, e.action, e.subject_type, e.subject_id,
               e.rule_version, e.leaf
        FROM audit_leaf l LEFT JOIN audit_entry e ON e.id = l.entry_id
        WHERE l.index >= \(next) ORDER BY l.index LIMIT \(Self.batch)
        """
      ).rows(SealedEntry.self)
      for leaf in leaves {
        try leaf.check(expected: next)
        next += 1
      }
      progress(next)
      if leaves.count < Self.batch { break }
    }
    let waiting = try await checkWaiting(lease)
    try await checkFacts(lease)
    return next + waiting
  }

  /// Entries that no leaf names: the newest ones, which the sealer has not seen yet.
  private func checkWaiting(_ lease: borrowing some Lease & ~Copyable) async throws -> Int64 {
    let results = try await lease.pipeline([
      """
      SELECT e.id, e.at, e.actor, e.role, e.action, e.subject_type, e.subject_id, e.rule_version, e.leaf
      FROM audit_entry e WHERE NOT EXISTS (SELECT FROM audit_leaf l WHERE l.entry_id = e.id)
      ORDER BY e.at, e.id LIMIT 100000
      """, "SELECT max(sealed_at) FROM audit_leaf",
    ])
    let entries = try results[0].rows(StoredEntry.self)
    let lastSealed = try results[1].scalar(Date?.self) ?? nil
    for entry in entries {
      if let lastSealed, entry.at < lastSealed - Self.sealingTime {
        throw Finding(entry: entry.id, reason: "it was never sealed, although later ones are")
      }
      try entry.check()
    }
    return Int64(entries.count)
  }

  /// Every fact has its entry, and each entry tells what the fact says.
  private func checkFacts(_ lease: borrowing some Lease & ~Copyable) async throws {
    let results = try await lease.pipeline([
      Self.orderFacts, Self.budgetFacts, Self.vendorFacts, Self.productFacts, Self.missingFacts,
    ])
    for result in results {
      if let (entry, reason) = try result.first(as: (UUID, String).self) {
        throw Finding(entry: entry, reason: reason)
      }
    }
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

/// A leaf of the sealed log with the entry that it names.
private struct SealedEntry: RowDecodable {
  let index: Int64
  let entryID: UUID
  let hash: [UInt8]
  let entry: StoredEntry?

  init(row: inout Row) throws {
    index = try row.next()
    entryID = try row.next()
    hash = try row.next(Bytes.self).bytes
    entry = try StoredEntry(optional: &row)
  }

  func check(expected: Int64) throws {
    func bad(_ reason: String) -> AuditVerification.Finding {
      AuditVerification.Finding(index: expected, entry: entryID, reason: reason)
    }
    guard index == expected else { throw bad("it was removed from the sealed log; the next is \(index)") }
    guard let entry else { throw bad("it was removed") }
    guard Array(SHA256.hash(data: [0] + entry.leaf)) == hash else { throw bad("it was changed after it was sealed") }
    do {
      try entry.check()
    } catch let finding as AuditVerification.Finding {
      throw bad(finding.reason)
    }
  }
}

/// An entry as the table holds it.
private struct StoredEntry: RowDecodable {
  let id: UUID
  let at: Date
  let columns: [String?]
  let leaf: [UInt8]

  init(row: inout Row) throws {
    guard let entry = try StoredEntry(optional: &row) else { throw DecodingFailure("an entry without id") }
    self = entry
  }

  /// Nil where an outer join found none.
  init?(optional row: inout Row) throws {
    let (id, at) = (try row.next(UUID?.self), try row.next(Date?.self))
    columns = [
      try row.next(String?.self), try row.next(String?.self), try row.next(String?.self),
      try row.next(String?.self), try row.next(String?.self), try row.next(String?.self),
    ]
    let leaf = try row.next(Bytes?.self)
    guard let id, let at, let leaf else { return nil }
    (self.id, self.at, self.leaf) = (id, at, leaf.bytes)
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
