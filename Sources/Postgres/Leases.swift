/// What every lease can do: read in one round trip, write in a transaction.
package protocol Lease: ~Copyable, Sendable {
  /// Statements in one round trip, without BEGIN.
  func pipeline(_ statements: [SQL]) async throws -> [Result]

  /// Everything that writes goes through a transaction.
  func transaction<T: Sendable>(_ body: (borrowing Transaction) async throws -> T) async throws -> T
}

extension Lease where Self: ~Copyable {
  /// One statement in one round trip, without BEGIN.
  package func query(_ statement: SQL) async throws -> Result {
    try await pipeline([statement])[0]
  }
}

/// A lease on a connection that is logged in as one tenant; valid inside the closure that got it.
package struct TenantConnection: Lease, ~Copyable {
  let connection: Connection

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
package struct ControlConnection: Lease, ~Copyable {
  let connection: Connection

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
    } catch let error as PostgresError where error.meansStaleStatement {
      return try await exchange(statements)
    }
  }
}
