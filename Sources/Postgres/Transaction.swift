import Synchronization

/// One transaction: its first batch carries BEGIN, its last one COMMIT.
///
/// It can neither be stored nor used after the closure that got it.
package struct Transaction: ~Copyable {
  private let connection: Connection
  private let state = Mutex(State())

  private struct State {
    var begun = false
    /// The server is in no transaction though BEGIN was asked for: what followed would stand alone.
    var isOver = false
    var enqueued: [SQL] = []
  }

  fileprivate init(_ connection: Connection) { self.connection = connection }

  /// One statement now, in one round trip.
  package func query(_ statement: SQL) async throws -> Result {
    try await pipeline([statement])[0]
  }

  /// Statements now, in one round trip, after those that were enqueued.
  package func pipeline(_ statements: [SQL]) async throws -> [Result] {
    let ahead = try takeAhead()
    defer {
      if !connection.isInTransaction { state.withLock { $0.isOver = true } }
    }
    let results = try await connection.exchange(ahead + statements)
    return Array(results.dropFirst(ahead.count))
  }

  /// A statement whose answer nobody needs: sent with the next batch, or with COMMIT.
  package func enqueue(_ statement: SQL) {
    state.withLock { $0.enqueued.append(statement) }
  }

  /// BEGIN where it is due, then what was enqueued.
  private func takeAhead() throws -> [SQL] {
    try state.withLock { state in
      if state.isOver { throw PostgresError.failedTransaction }
      defer {
        state.begun = true
        state.enqueued = []
      }
      return (state.begun ? [] : ["BEGIN"]) + state.enqueued
    }
  }

  private var isEmpty: Bool { state.withLock { !$0.begun && $0.enqueued.isEmpty } }

  fileprivate func commit() async throws {
    if isEmpty { return }
    try await connection.commit(takeAhead())
  }
}

extension Connection {
  /// How often a transaction that lost a race between locks is tried.
  private static let attempts = 5

  /// Runs `body` in one transaction, again where PostgreSQL chose it as the victim of a deadlock.
  /// - Throws: what `body` throws, after ROLLBACK; `PostgresError(.commitUnknown)` where the connection
  ///   broke during COMMIT.
  package nonisolated func transaction<T: Sendable>(
    _ body: (borrowing Transaction) async throws -> T
  ) async throws -> T {
    for attempt in 1... {
      do {
        return try await attemptTransaction(body)
      } catch let error as PostgresError where error.isSerializationFailure && attempt < Self.attempts {
        try await Task.sleep(for: .milliseconds(Int.random(in: 1...(10 * attempt))))
      }
    }
    preconditionFailure("an endless range has no end")
  }

  private nonisolated func attemptTransaction<T: Sendable>(
    _ body: (borrowing Transaction) async throws -> T
  ) async throws -> T {
    let transaction = Transaction(self)
    do {
      let value = try await body(transaction)
      try await transaction.commit()
      return value
    } catch {
      await rollBack()
      throw error
    }
  }

  /// Not cancellable, so that a cancelled task cannot cancel its own ROLLBACK.
  private nonisolated func rollBack() async {
    if isInTransaction { _ = try? await exchange(["ROLLBACK"], cancellable: false) }
  }
}
