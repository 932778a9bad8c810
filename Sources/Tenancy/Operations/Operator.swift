package import Foundation
package import Logging
package import Postgres

/// Carries out what was asked for, step by step, with the migrator's credentials.
///
/// Each step checks, acts and is recorded; killed anywhere, the operation goes on where it was once its
/// lease has run out.
package struct Operator: Sendable {
  /// An operation whose process is silent for this long is taken over.
  private static let lease: TimeInterval = 30

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

  /// Carries out operations as they come, until the task is cancelled.
  package func run() async {
    var pause = Duration.milliseconds(100)
    while !Task.isCancelled {
      do {
        let connection = try await MigratorConnection(target, logger: logger)
        while !Task.isCancelled {
          if try await !carryOutNext(connection) { try await Task.sleep(for: .milliseconds(100)) }
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

  /// Carries out one given operation in this process.
  package func carryOut(_ id: UUID) async throws {
    let connection = try await MigratorConnection(target, logger: logger)
    while let operation = try await Operations.read(id, connection),
      operation.state == .waiting || operation.state == .running
    {
      if try await !carryOutNext(connection, only: id) { try await Task.sleep(for: .milliseconds(100)) }
    }
    await connection.close()
  }

  private func carryOutNext(_ connection: borrowing MigratorConnection, only: UUID? = nil) async throws -> Bool {
    guard let claim = try await claim(connection, only) else { return false }
    let work = OperatorWork(
      id: claim.id, kind: claim.kind, tenant: claim.tenant, payload: claim.payload, now: clock.now)
    do {
      var result: [UInt8]?
      for (position, step) in steps(claim.kind).enumerated() {
        try await mark(connection, work, position, step.name, .running)
        do {
          result = try await step.run(connection, work) ?? result
        } catch {
          try await mark(connection, work, position, step.name, .failed, error: plainSentence(error))
          throw error
        }
        try await mark(connection, work, position, step.name, .done)
      }
      try await finish(connection, work, .done, result: result)
    } catch let error as PostgresError where error.isTransient {
      throw error  // the lease runs out, and the operation is taken up again
    } catch {
      logger.error("operation failed", metadata: ["operation": "\(work.kind.rawValue)", "error": "\(error)"])
      try await finish(connection, work, .failed, error: plainSentence(error))
    }
    return true
  }

  private struct Claim: RowDecodable {
    let id: UUID
    let kind: OperationKind
    let tenant: String?
    let payload: [UInt8]

    init(row: inout Row) throws {
      id = try row.next()
      kind = OperationKind(rawValue: try row.next()) ?? .migrate
      tenant = try row.next(String?.self)
      payload = try row.next(Bytes.self).bytes
    }
  }

  /// Leases run on the machine's clock, which nobody moves.
  private func claim(_ connection: borrowing MigratorConnection, _ only: UUID?) async throws -> Claim? {
    let now = Date()
    return try await connection.query(
      """
      UPDATE operation SET state = 'running', lease_until = \(now + Self.lease)
      WHERE id = (
        SELECT id FROM operation
        WHERE (\(only) IS NULL OR id = \(only))
          AND (state = 'waiting' OR (state = 'running' AND lease_until < \(now)))
        ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, kind, tenant_slug, payload
      """
    ).first(Claim.self)
  }

  private func mark(
    _ connection: borrowing MigratorConnection, _ work: OperatorWork, _ position: Int, _ name: String,
    _ state: OperationState, error: String? = nil
  ) async throws {
    let started = state == .running ? work.now : nil
    let finished = state == .running ? nil : clock.now
    try await connection.transaction { transaction in
      transaction.enqueue(
        """
        INSERT INTO operation_step (operation_id, position, name, state, error, started_at, finished_at)
        VALUES (\(work.id), \(position), \(name), \(state.rawValue), \(error), \(started), \(finished))
        ON CONFLICT (operation_id, position) DO UPDATE SET state = excluded.state, error = excluded.error,
          started_at = coalesce(excluded.started_at, operation_step.started_at), finished_at = excluded.finished_at
        """)
      transaction.enqueue(
        "UPDATE operation SET lease_until = \(Date() + Self.lease) WHERE id = \(work.id)")
    }
  }

  private func finish(
    _ connection: borrowing MigratorConnection, _ work: OperatorWork, _ state: OperationState,
    result: [UInt8]? = nil, error: String? = nil
  ) async throws {
    try await connection.transaction { transaction in
      transaction.enqueue(
        "UPDATE operation SET state = \(state.rawValue), result = \(result), error = \(error) WHERE id = \(work.id)")
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

/// The operation that a step works for.
package struct OperatorWork: Sendable {
  package let id: UUID
  package let kind: OperationKind
  package let tenant: String?
  package let payload: [UInt8]
  package let now: Date
}

/// One named step: checks, acts, and may be run again at any time.
package struct OperatorStep: Sendable {
  package let name: String
  let run: @Sendable (borrowing MigratorConnection, OperatorWork) async throws -> [UInt8]?

  /// - Parameter run: may answer what the operation brought forth, as JSON.
  package init(
    _ name: String, run: @escaping @Sendable (borrowing MigratorConnection, OperatorWork) async throws -> [UInt8]?
  ) {
    self.name = name
    self.run = run
  }
}
