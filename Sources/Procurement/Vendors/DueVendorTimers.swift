import AuditLog
import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
package import Tenancy

/// Does what time does to vendors of one province: returned ones lapse, papers end, verifications are overdue,
/// sanctions begin and end.
package struct DueVendorTimers: Sendable {
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
    while try await look(lease) {}
    return try await lease.query("SELECT least(min(lapses_at), min(wake_at)) FROM vendor").scalar(Date.self)
  }

  /// - Returns: whether there may be more.
  private func lapse(_ lease: borrowing some Lease & ~Copyable) async throws -> Bool {
    try await lease.transaction { transaction in
      let due = try await transaction.query(
        """
        \(VendorRow.columns) WHERE v.lapses_at <= \(now) ORDER BY v.lapses_at LIMIT \(Self.batch)
        FOR UPDATE OF v SKIP LOCKED
        """
      ).rows(VendorRow.self)
      if due.isEmpty { return false }
      let author = Author(systemUnder: tenant.rulebook.version, now: now)
      let facts = due.map { VendorFact(.lapse, of: $0.id, from: .returned, to: .lapsed, by: author) }
      for statement in facts.insertions(at: now) { transaction.enqueue(statement) }
      for vendor in due {
        let change = VendorStateChange(vendor, to: .lapsed, reason: vendor.reason)
        let writes = change.writes(at: now, under: tenant.rulebook) + change.notices(.lapse, at: now)
        for statement in writes { transaction.enqueue(statement) }
      }
      return due.count == Self.batch
    }
  }

  /// - Returns: whether there may be more.
  private func look(_ lease: borrowing some Lease & ~Copyable) async throws -> Bool {
    try await lease.transaction { transaction in
      let due = try await transaction.query(
        """
        \(VendorRow.columns) WHERE v.wake_at <= \(now) ORDER BY v.wake_at LIMIT \(Self.batch)
        FOR UPDATE OF v SKIP LOCKED
        """
      ).rows(VendorRow.self)
      for vendor in due {
        for statement in VendorLook(vendor, tenant, at: now).writes { transaction.enqueue(statement) }
      }
      return due.count == Self.batch
    }
  }
}
