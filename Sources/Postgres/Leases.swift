/// A lease on a connection that is logged in as one tenant; valid inside the closure that got it.
package struct TenantConnection: ~Copyable {
  let connection: Connection

  /// One statement in one round trip, without BEGIN.
  package func query(_ statement: SQL) async throws -> Result {
    try await connection.read([statement])[0]
  }

  /// Statements in one round trip, without BEGIN.
  package func pipeline(_ statements: [SQL]) async throws -> [Result] {
    try await connection.read(statements)
  }

  /// Everything that writes goes through a transaction.
  package func transaction<T: Sendable>(_ body: (borrowing Transaction) async throws -> T) async throws -> T {
    try await connection.transaction(body)
  }
}

/// A lease on a connection that sees the control schema only.
package struct ControlConnection: ~Copyable {
  let connection: Connection

  /// One statement in one round trip, without BEGIN.
  package func query(_ statement: SQL) async throws -> Result {
    try await connection.read([statement])[0]
  }

  /// Statements in one round trip, without BEGIN.
  package func pipeline(_ statements: [SQL]) async throws -> [Result] {
    try await connection.read(statements)
  }

  /// Everything that writes goes through a transaction.
  package func transaction<T: Sendable>(_ body: (borrowing Transaction) async throws -> T) async throws -> T {
    try await connection.transaction(body)
  }
}

extension Connection {
  /// A read; repeated once where a migration changed a result type under a prepared statement.
  package nonisolated func read(_ statements: [SQL]) async throws -> [Result] {
    do {
      return try await exchange(statements)
    } catch let error as PostgresError
      where [SQLState.featureNotSupported, SQLState.undefinedStatement].contains(error.sqlState)
    {
      return try await exchange(statements)
    }
  }
}
