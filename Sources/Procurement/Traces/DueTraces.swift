import Foundation
package import Postgres
package import Tenancy

/// Hashes what waits for it in one province: particulars from before there were hashes, from files that were loaded
/// without the key, and from accounts that changed.
package struct DueTraces: Sendable {
  /// Vendors or accounts of one transaction at most.
  private static let batch = 200

  private let key: TraceKey?

  package init(_ tenant: Tenant) { key = tenant.traceKey }

  /// Goes on where an earlier run has ended; a doubled run changes nothing.
  package func run(_ lease: borrowing some Lease & ~Copyable) async throws {
    guard let key else { return }
    while try await vendors(key, lease) {}
    while try await accounts(key, lease) {}
  }

  private func vendors(_ key: TraceKey, _ lease: borrowing some Lease & ~Copyable) async throws -> Bool {
    let waiting: SQL = "v.id IN (SELECT id FROM vendor WHERE NOT traced ORDER BY id LIMIT \(Self.batch))"
    return try await lease.transaction { transaction in
      try await VendorTraces(key).renew(where: waiting, transaction) == Self.batch
    }
  }

  private func accounts(_ key: TraceKey, _ lease: borrowing some Lease & ~Copyable) async throws -> Bool {
    let waiting: SQL = "u.id IN (SELECT id FROM app_user WHERE NOT traced ORDER BY id LIMIT \(Self.batch))"
    return try await lease.transaction { transaction in
      try await OfficialTraces(key).renew(where: waiting, transaction) == Self.batch
    }
  }
}
