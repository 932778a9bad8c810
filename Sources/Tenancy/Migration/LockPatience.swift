import Postgres

/// Tries again what only found a lock taken: somebody else was there first and will be gone soon.
enum LockPatience {
  private static let attempts = 5

  /// - Throws: what `body` throws at last; the connection is in no transaction then.
  static func retrying(
    _ connection: borrowing MigratorConnection, _ body: (borrowing MigratorConnection) async throws -> Void
  ) async throws {
    for attempt in 1...attempts {
      do {
        return try await body(connection)
      } catch {
        try? await connection.execute(script: "ROLLBACK")
        guard let refusal = error as? PostgresError, refusal.isPassing, attempt < attempts else {
          throw error
        }
        // At random, so that two do not meet again.
        try await Task.sleep(for: .milliseconds(Int.random(in: 50...150 * attempt)))
      }
    }
  }
}

extension PostgresError {
  /// A lock that was not had in time, a deadlock, or a catalogue row that somebody else changed at the same moment.
  fileprivate var isPassing: Bool {
    sqlState == SQLState.lockNotAvailable || isSerializationFailure
      || (sqlState == "XX000" && message.contains("concurrently updated"))
  }
}
