import Foundation
import Postgres
import StrictJSON

/// Suspending and resuming a tenant, and moving the clock of a development installation.
package enum Lifecycle {
  /// The state first, so that the service answers 503 at once; then the fence in the database.
  package static var suspend: [OperatorStep] {
    [
      OperatorStep("state") { connection, work in
        try await set(.suspended, from: [.active, .suspended], work, connection)
        return nil
      },
      OperatorStep("fence") { connection, work in
        guard let slug = work.tenant else { return nil }
        try await connection.execute(script: TenantRoles(TenantNames(slug: slug)).suspension(true))
        try await connection.execute(script: WriteFence(slug).raise)
        return nil
      },
    ]
  }

  package static var resume: [OperatorStep] {
    [
      OperatorStep("fence") { connection, work in
        guard let slug = work.tenant else { return nil }
        try await connection.execute(script: WriteFence(slug).lower)
        try await connection.execute(script: TenantRoles(TenantNames(slug: slug)).suspension(false))
        return nil
      },
      OperatorStep("state") { connection, work in
        try await set(.active, from: [.active, .suspended], work, connection)
        return nil
      },
    ]
  }

  /// Moves the clock forward where the installation allows it.
  package static var advanceClock: [OperatorStep] {
    [
      OperatorStep("clock") { connection, work in
        let seconds = (try? JSONValue(parsing: work.payload))?["advanceSeconds"]?.int64 ?? 0
        try await connection.transaction { transaction in
          transaction.enqueue(
            """
            UPDATE clock SET offset_microseconds = offset_microseconds + \(seconds * 1_000_000) WHERE adjustable
            """)
        }
        return nil
      }
    ]
  }

  private static func set(
    _ state: TenantState, from allowed: [TenantState], _ work: OperatorWork,
    _ connection: borrowing MigratorConnection
  ) async throws {
    let updated = try await connection.query(
      """
      UPDATE tenant SET state = \(state.rawValue), state_since = \(work.now)
      WHERE slug = \(work.tenant) AND state = ANY (\(SQLArray(allowed.map(\.rawValue)))) RETURNING id
      """)
    guard updated.count == 1 else { throw LifecycleError.wrongState }
    try await connection.execute(script: "NOTIFY tenant_changed")
  }
}

/// Why a tenant's life cannot take this turn.
package enum LifecycleError: Error, Sendable, CustomStringConvertible {
  case wrongState

  package var description: String { "the tenant is in a state that does not allow this" }
}

/// Makes every session of a role read-only; with no login allowed it is the second of two fences.
struct WriteFence {
  private let names: TenantNames

  init(_ slug: String) { names = TenantNames(slug: slug) }

  var raise: String { "ALTER ROLE \(quotedName(names.role)) SET default_transaction_read_only = on" }
  var lower: String { "ALTER ROLE \(quotedName(names.role)) RESET default_transaction_read_only" }
}
