import AuditLog
import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
package import Tenancy

/// Lets vendors of one province lapse that were returned and did not come back in time.
package struct DueVendorTimers: Sendable {
  /// How long a returned vendor has to mend what was wrong.
  static let patience: TimeInterval = 14 * 86_400
  /// Vendors of one transaction at most.
  private static let batch = 100

  private let tenant: Tenant
  private let now: Date

  package init(_ tenant: Tenant, at now: Date) {
    self.tenant = tenant
    self.now = now
  }

  /// Takes what is due; a late or doubled run changes nothing.
  /// - Returns: the next due time, nil where nothing is waiting.
  package func run(_ lease: borrowing some Lease & ~Copyable) async throws -> Date? {
    while try await lapse(lease) {}
    return try await lease.query("SELECT min(lapses_at) FROM vendor WHERE lapses_at IS NOT NULL").scalar(
      Date.self)
  }

  /// - Returns: whether there may be more.
  private func lapse(_ lease: borrowing some Lease & ~Copyable) async throws -> Bool {
    try await lease.transaction { transaction in
      let due = try await transaction.query(
        """
        SELECT id FROM vendor WHERE lapses_at <= \(now) ORDER BY lapses_at LIMIT \(Self.batch)
        FOR UPDATE SKIP LOCKED
        """
      ).column(UUID.self)
      if due.isEmpty { return false }
      let author = Author(systemUnder: tenant.rulebook.version, now: now)
      let facts = due.map { VendorFact(.lapse, of: $0, from: .returned, to: .lapsed, by: author) }
      for statement in facts.insertions(at: now) { transaction.enqueue(statement) }
      transaction.enqueue(
        """
        UPDATE vendor SET state = 'lapsed', lapses_at = NULL, updated_at = \(now), version = version + 1
        WHERE id = ANY (\(SQLArray(due)))
        """)
      return due.count == Self.batch
    }
  }
}
