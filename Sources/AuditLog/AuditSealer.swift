package import Foundation
package import Postgres

/// Gives committed entries their numbers, without gaps, as the leaves of the log's Merkle tree (RFC 6962 §2.1).
///
/// It runs after commit, so that writers share no lock. Which entries wait stands in `audit_unsealed`, where a
/// trigger notes each new one: no clock decides, since a clock may be set back. Two sealers at once are harmless:
/// the numbers are a primary key, and the one that comes second looks again.
package struct AuditSealer: Sendable {
  /// The version of a tenant's schema from which on entries can be sealed; before it they wait.
  package static let schemaVersion = 8

  private static let batch = 1000
  /// How often another process may be faster before the rest is left to it.
  private static let mostOvertaken = 5

  package init() {}

  /// Seals everything that is committed.
  /// - Returns: how many entries were sealed.
  package func run(_ lease: borrowing some Lease & ~Copyable, at now: Date) async throws -> Int {
    var (sealed, overtaken) = (0, 0)
    while true {
      guard let (taken, count) = try await sealBatch(lease, now) else {
        overtaken += 1
        if overtaken == Self.mostOvertaken { return sealed }
        continue
      }
      sealed += count
      if taken < Self.batch { return sealed }
    }
  }

  /// One batch has one instant, later than that of the batch before and of every entry in it, whatever the clock
  /// says: so the verifier knows in which order they must stand.
  private func sealBatch(
    _ lease: borrowing some Lease & ~Copyable, _ now: Date
  ) async throws -> (taken: Int, sealed: Int)? {
    do {
      return try await lease.transaction { transaction in
        let counts = try await transaction.query(
          """
          WITH last AS (
            SELECT coalesce((SELECT max(index) FROM audit_leaf), -1) AS index,
                   (SELECT sealed_at FROM audit_leaf ORDER BY index DESC LIMIT 1) AS sealed_at
          ), waiting AS (
            -- One that was removed stays in the queue, where the verifier finds it.
            SELECT u.entry_id FROM audit_unsealed u JOIN audit_entry e ON e.id = u.entry_id
            ORDER BY u.entry_id LIMIT \(Self.batch)
          ), taken AS (
            DELETE FROM audit_unsealed u USING waiting w WHERE u.entry_id = w.entry_id RETURNING u.entry_id
          ), fresh AS (
            SELECT e.id, e.at, e.leaf FROM taken t JOIN audit_entry e ON e.id = t.entry_id
            WHERE NOT EXISTS (SELECT FROM audit_leaf l WHERE l.entry_id = e.id)
          ), sealed AS (
            INSERT INTO audit_leaf (index, entry_id, hash, sealed_at)
            SELECT last.index + row_number() OVER (ORDER BY f.at, f.id), f.id, sha256('\\x00'::bytea || f.leaf),
                   greatest(\(now), last.sealed_at + interval '1 microsecond', (SELECT max(at) FROM fresh))
            FROM fresh f, last RETURNING index
          )
          SELECT (SELECT count(*) FROM taken), (SELECT count(*) FROM sealed)
          """
        ).first(as: (Int, Int).self)
        return counts.map { (taken: $0.0, sealed: $0.1) } ?? (0, 0)
      }
    } catch let error as PostgresError where error.sqlState == SQLState.uniqueViolation {
      return nil
    }
  }
}
