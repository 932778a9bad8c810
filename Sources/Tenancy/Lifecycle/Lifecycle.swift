import Foundation
import Postgres
import StrictJSON

/// Suspending and resuming a tenant, and moving the clock of a development installation.
package enum Lifecycle {
  /// How long a session that was told to end may take; each notices at its next look, within a second.
  private static let patience = Duration.seconds(20)

  /// The state first, so that the service answers 503 at once; then the fence in the database.
  package static var suspend: [OperatorStep] {
    [
      OperatorStep("state") { connection, work in
        try await set(.suspended, work, connection)
        return nil
      },
      OperatorStep("fence") { connection, work in
        guard let slug = work.tenant else { return nil }
        try await raiseFence(TenantRoles(TenantNames(slug: slug)), connection)
        return nil
      },
    ]
  }

  package static var resume: [OperatorStep] {
    [
      OperatorStep("fence") { connection, work in
        guard let slug = work.tenant else { return nil }
        try await requireState(work, connection)
        try await lowerFence(TenantRoles(TenantNames(slug: slug)), connection)
        return nil
      },
      OperatorStep("state") { connection, work in
        try await set(.active, work, connection)
        return nil
      },
    ]
  }

  /// Moves the clock forward where the installation allows it.
  package static var advanceClock: [OperatorStep] {
    [
      OperatorStep("clock") { connection, work in
        let seconds = (try? JSONValue(parsing: work.payload))?["advanceSeconds"]?.int64 ?? 0
        try await advance(seconds, work.id, connection)
        return nil
      }
    ]
  }

  /// Each statement by itself: the closed door is seen by everybody before the sessions end, and a session that
  /// was being opened meanwhile is ended too.
  private static func raiseFence(
    _ roles: TenantRoles, _ connection: borrowing MigratorConnection
  ) async throws {
    try await LockPatience.retrying(connection) { try await $0.execute(script: roles.closeDoor) }
    try await connection.execute(script: roles.endSessions)
    try await LockPatience.retrying(connection) { try await $0.execute(script: roles.takeRights) }
    let deadline = ContinuousClock.now + patience
    while try await roles.sessions(connection) > 0 {
      guard ContinuousClock.now < deadline else { throw LifecycleError.sessionsRemain }
      try await connection.execute(script: roles.endSessions)
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  private static func lowerFence(
    _ roles: TenantRoles, _ connection: borrowing MigratorConnection
  ) async throws {
    try await LockPatience.retrying(connection) { try await $0.execute(script: roles.giveRights) }
    try await LockPatience.retrying(connection) { try await $0.execute(script: roles.openDoor) }
  }

  /// Once, however often the step is run: the operation's own row says whether it was.
  private static func advance(
    _ seconds: Int64, _ operation: UUID, _ connection: borrowing MigratorConnection
  ) async throws {
    try await connection.transaction { transaction in
      let first = try await transaction.query(
        "UPDATE operation SET result = '{}' WHERE id = \(operation) AND result IS NULL RETURNING id")
      guard first.count == 1 else { return }
      transaction.enqueue(
        "UPDATE clock SET offset_microseconds = offset_microseconds + \(seconds * 1_000_000) WHERE adjustable"
      )
    }
  }

  private static func requireState(
    _ work: OperatorWork, _ connection: borrowing MigratorConnection
  ) async throws {
    let found = try await connection.query("SELECT state FROM tenant WHERE slug = \(work.tenant)").scalar(
      String.self)
    guard let state = found.flatMap(TenantState.init), [.active, .suspended].contains(state) else {
      throw LifecycleError.wrongState
    }
  }

  private static func set(
    _ state: TenantState, _ work: OperatorWork, _ connection: borrowing MigratorConnection
  ) async throws {
    let updated = try await connection.transaction { transaction in
      let updated = try await transaction.query(
        """
        UPDATE tenant SET state = \(state.rawValue), state_since = \(work.now)
        WHERE slug = \(work.tenant) AND state IN ('active', 'suspended') RETURNING id
        """)
      transaction.enqueue("NOTIFY tenant_changed")
      return updated.count
    }
    guard updated == 1 else { throw LifecycleError.wrongState }
  }
}

/// Why a tenant's life cannot take this turn.
package enum LifecycleError: Error, Sendable, CustomStringConvertible {
  case wrongState
  case sessionsRemain

  package var description: String {
    switch self {
    case .wrongState: "the tenant is in a state that does not allow this"
    case .sessionsRemain: "sessions of the tenant do not end"
    }
  }
}
