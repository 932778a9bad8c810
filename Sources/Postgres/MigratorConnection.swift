import CLibPQ
package import Logging

/// The connection that changes roles, schemas and tables; only the operator's process opens one.
///
/// It alone may run text that was not fixed at compile time: migration files, whose SHA-256 is
/// recorded, and statements whose names come from a validated slug.
package struct MigratorConnection: Lease, ~Copyable {
  private let connection: Connection

  /// Opens a connection outside any pool.
  package init(_ target: ConnectionTarget, logger: Logger) async throws {
    connection = try await Connection.open(target, logger: logger)
  }

  /// Statements in one round trip, without BEGIN.
  package func pipeline(_ statements: [SQL]) async throws -> [Result] {
    try await connection.read(statements)
  }

  /// Everything that writes rows goes through a transaction.
  package func transaction<T: Sendable>(_ body: (borrowing Transaction) async throws -> T) async throws -> T {
    try await connection.transaction(body)
  }

  /// A trusted script in the simple protocol; several statements are one implicit transaction.
  package func execute(script: String) async throws {
    try await connection.execute(script: script)
  }

  /// The verifier that `ALTER ROLE … PASSWORD` takes in place of the password itself (RFC 5802).
  package func scramVerifier(password: String, role: String) async throws -> String {
    try await connection.scramVerifier(password: password, role: role)
  }

  /// Closes at once.
  package func close() async { await connection.close() }
}

extension Connection {
  func scramVerifier(password: String, role: String) throws -> String {
    try outsidePipeline { socket in
      guard let verifier = PQencryptPasswordConn(socket.connection, password, role, "scram-sha-256") else {
        throw PostgresError(.server, message: "no verifier for \(role)")
      }
      defer { PQfreemem(verifier) }
      return String(cString: verifier)
    }
  }

  /// DDL may take longer than any statement of a request.
  private static let scriptTimeout = Duration.seconds(300)

  func execute(script: String) throws {
    try outsidePipeline { socket in
      guard PQsendQuery(socket.connection, script) == 1 else { throw socket.lost() }
      let deadline = ContinuousClock.now + Self.scriptTimeout
      try socket.flush(until: deadline)
      var failure: PostgresError?
      while let pointer = try socket.nextResult(until: deadline) {
        let result = Result(pointer)
        switch result.status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: break
        default: failure = failure ?? PostgresError(result)
        }
      }
      if let failure { throw failure }
    }
  }
}

/// A text as SQL writes it, its apostrophes doubled; `standard_conforming_strings` is on.
package func quotedText(_ text: String) -> String {
  "'" + text.replacing("'", with: "''") + "'"
}
