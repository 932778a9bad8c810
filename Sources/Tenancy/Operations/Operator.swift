package import Foundation
package import Logging
package import Postgres

/// Carries out what was asked for, step by step, with the migrator's credentials.
///
/// Each step checks, acts and is recorded. Whoever carries an operation out holds a lock of its own session on
/// it: a long step keeps it, and a process that dies gives it back at once, so that the next one goes on.
package struct Operator: Sendable {
  private let target: ConnectionTarget
  private let steps: @Sendable (OperationKind) -> [OperatorStep]
  private let clock: ServiceClock
  private let logger: Logger

  /// - Parameter steps: the steps of each kind of operation, in order.
  package init(
    _ target: ConnectionTarget, clock: ServiceClock, logger: Logger,
    steps: @escaping @Sendable (OperationKind) -> [OperatorStep]
  ) {
    self.target = target
    self.steps = steps
    self.clock = clock
    self.logger = logger
  }

  /// Carries out operations of these kinds as they come, one at a time, until the task is cancelled.
  package func run(_ kinds: [OperationKind] = OperationKind.allCases) async {
    var pause = Duration.milliseconds(100)
    while !Task.isCancelled {
      do {
        let connection = try await MigratorConnection(target, logger: logger)
        while !Task.isCancelled {
          let claim = try await OperationClaim.next(kinds, connection)
          if let claim {
            try await carryOut(claim, connection)
          } else {
            try await Task.sleep(for: .milliseconds(100))
          }
          pause = .milliseconds(100)
        }
        await connection.close()
      } catch is CancellationError {
        return
      } catch {
        logger.warning("the operator waits for the database", metadata: ["error": "\(error)"])
        try? await Task.sleep(for: pause)
        pause = min(pause * 2, .seconds(5))
      }
    }
  }

  /// Carries out one given operation in this process, and before it whatever else was asked for its tenant.
  package func carryOut(_ id: UUID) async throws {
    let connection = try await MigratorConnection(target, logger: logger)
    while let operation = try await Operations.read(id, connection),
      operation.state == .waiting || operation.state == .running
    {
      let claim = try await OperationClaim.next(OperationKind.allCases, before: id, connection)
      if let claim {
        try await carryOut(claim, connection)
      } else {
        try await Task.sleep(for: .milliseconds(100))
      }
    }
    await connection.close()
  }

  private func carryOut(_ claim: OperationClaim, _ connection: borrowing MigratorConnection) async throws {
    let work = OperatorWork(
      id: claim.id, kind: claim.kind, tenant: claim.tenant, payload: claim.payload, now: clock.now)
    do {
      for (position, step) in steps(claim.kind).enumerated() {
        try await carryOut(step, position, work, connection)
      }
      try await finish(connection, work, .done)
    } catch let error as PostgresError where error.isTransient {
      throw error  // the session ends, and with it the claim: the operation is taken up again
    } catch {
      logger.error("operation failed", metadata: ["operation": "\(work.kind.rawValue)", "error": "\(error)"])
      try await finish(connection, work, .failed, error: plainSentence(error))
    }
    try await claim.release(connection)
  }

  private func carryOut(
    _ step: OperatorStep, _ position: Int, _ work: OperatorWork, _ connection: borrowing MigratorConnection
  ) async throws {
    try await mark(connection, work, position, step.name, .running)
    do {
      let result = try await step.run(connection, work)
      try await mark(connection, work, position, step.name, .done, result: result)
    } catch {
      try await mark(connection, work, position, step.name, .failed, error: plainSentence(error))
      throw error
    }
  }

  private func mark(
    _ connection: borrowing MigratorConnection, _ work: OperatorWork, _ position: Int, _ name: String,
    _ state: OperationState, result: [UInt8]? = nil, error: String? = nil
  ) async throws {
    let started = state == .running ? work.now : nil
    let finished = state == .running ? nil : clock.now
    try await connection.transaction { transaction in
      transaction.enqueue(
        """
        INSERT INTO operation_step (operation_id, position, name, state, error, started_at, finished_at)
        VALUES (\(work.id), \(position), \(name), \(state.rawValue), \(error), \(started), \(finished))
        ON CONFLICT (operation_id, position) DO UPDATE SET name = excluded.name, state = excluded.state,
          error = excluded.error, started_at = coalesce(excluded.started_at, operation_step.started_at), finished_at = excluded.finished_at
        """)
      // What a step brought forth is kept with its end: it may be a secret that nothing else remembers.
      if let result { transaction.enqueue("UPDATE operation SET result = \(result) WHERE id = \(work.id)") }
    }
  }

  private func finish(
    _ connection: borrowing MigratorConnection, _ work: OperatorWork, _ state: OperationState,
    error: String? = nil
  ) async throws {
    try await connection.transaction { transaction in
      transaction.enqueue(
        "UPDATE operation SET state = \(state.rawValue), error = \(error) WHERE id = \(work.id)")
      if state == .failed, work.kind == .onboard {
        transaction.enqueue(
          """
          UPDATE tenant SET state = 'failed', state_since = \(work.now)
          WHERE slug = \(work.tenant) AND state = 'onboarding'
          """)
      }
      transaction.enqueue("NOTIFY tenant_changed")
    }
  }

  /// What an administrator reads; server messages are for the operator's log.
  private func plainSentence(_ error: any Error) -> String {
    if let error = error as? PostgresError { return error.description }
    return String("\(error)".prefix(2000))
  }
}
