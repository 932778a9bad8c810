package import Foundation
package import Postgres

/// Gives committed entries their numbers, without gaps, as the leaves of the log's Merkle tree (RFC 6962 §2.1).
///
/// It runs after commit, so that writers share no lock. Two sealers at once are harmless: the numbers are a
/// primary key, and the one that comes second takes nothing.
package struct AuditSealer: Sendable {
  private static let batch = 1000

  package init() {}

  /// Seals everything that is committed.
  /// - Returns: how many entries were sealed.
  package func run(_ lease: borrowing some Lease & ~Copyable, at now: Date) async throws -> Int {
    var sealed = 0
    while true {
      let count = try await sealBatch(lease, now)
      sealed += count
      if count < Self.batch { return sealed }
    }
  }

  /// No transaction stays open for an hour, so an entry that is older than that was sealed before.
  private func sealBatch(_ lease: borrowing some Lease & ~Copyable, _ now: Date) async throws -> Int {
    do {
      return try await lease.transaction { transaction in
        try await transaction.query(
          """
          WITH last AS (
            SELECT coalesce(max(index), -1) AS index, max(sealed_at) AS sealed_at FROM audit_leaf
          ), fresh AS (
            SELECT e.id, e.at, e.leaf FROM audit_entry e, last
            WHERE (last.sealed_at IS NULL OR e.at >= last.sealed_at - interval '1 hour')
              AND NOT EXISTS (SELECT FROM audit_leaf l WHERE l.entry_id = e.id)
            ORDER BY e.at, e.id LIMIT \(Self.batch)
          )
          INSERT INTO audit_leaf (index, entry_id, hash, sealed_at)
          SELECT last.index + row_number() OVER (ORDER BY f.at, f.id), f.id, sha256('\\x00'::bytea || f.leaf), \(now)
          FROM fresh f, last RETURNING index
          """
        ).count
      }
    } catch let error as PostgresError where error.sqlState == SQLState.uniqueViolation {
      return 0
    }
  }
}
