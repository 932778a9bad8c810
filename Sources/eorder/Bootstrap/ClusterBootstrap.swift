import Logging
import Postgres

/// Carries the bootstrap script out on a cluster, as its superuser.
struct ClusterBootstrap: Sendable {
  let superuser: DatabaseURL
  let databaseName: String
  /// Nil leaves the password of the role as it is.
  let controlPassword: Secret<String>?
  let migratorPassword: Secret<String>?
  let logger: Logger

  /// - Throws: `PostgresError`; `SettingsError` for a database name that cannot be used.
  func run() async throws {
    let script = try await connected(to: superuser) { connection in
      let script = BootstrapScript(
        databaseName: databaseName,
        controlPassword: try await password(controlPassword, of: "eorder_control", connection),
        migratorPassword: try await password(migratorPassword, of: "eorder_migrator", connection))
      guard let script else {
        throw SettingsError("A database cannot have the name “\(databaseName)” here.")
      }
      for statement in script.cluster { try await connection.execute(script: statement) }
      let names = try await connection.query("SELECT datname::text FROM pg_database").column(String.self)
      if !names.contains(databaseName) { try await connection.execute(script: script.createDatabase) }
      return script
    }
    try await connected(to: superuser.database(databaseName)) { connection in
      for statement in script.database { try await connection.execute(script: statement) }
    }
  }

  private func password(
    _ password: Secret<String>?, of role: String, _ connection: borrowing MigratorConnection
  ) async throws -> BootstrapScript.Password {
    guard let password else { return .unchanged }
    return .given(Secret(try await connection.scramVerifier(password: password.revealed, role: role)))
  }

  private func connected<T: Sendable>(
    to url: DatabaseURL, _ body: (borrowing MigratorConnection) async throws -> T
  ) async throws -> T {
    let connection = try await MigratorConnection(ConnectionTarget(keywords: url.keywords), logger: logger)
    do {
      let value = try await body(connection)
      await connection.close()
      return value
    } catch {
      await connection.close()
      throw error
    }
  }
}
