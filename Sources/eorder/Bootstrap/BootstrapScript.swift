/// What a superuser does once per cluster so that e-Order can live in it: database, base roles, schemas and
/// extensions. Every statement may run again and changes nothing then.
///
/// The statements of `cluster` run in any database, then `createDatabase` where `databaseExists` finds no row,
/// then those of `database` in the new database; none inside a transaction of the caller's.
struct BootstrapScript: Sendable {
  /// The password of a role as the script gives it.
  enum Password: Sendable {
    /// The password itself, or its SCRAM verifier, which alone is safe where the server logs statements.
    case given(Secret<String>)
    /// A variable of psql.
    case placeholder(String)
    case unchanged
  }

  let databaseName: String
  let controlPassword: Password
  let migratorPassword: Password

  /// - Parameter databaseName: of a letter and up to 30 letters, digits and `_`, all in lower case.
  /// - Returns: nil for another name.
  init?(databaseName: String = "eorder", controlPassword: Password, migratorPassword: Password) {
    guard databaseName.wholeMatch(of: /[a-z][a-z0-9_]{0,30}/) != nil else { return nil }
    self.databaseName = databaseName
    self.controlPassword = controlPassword
    self.migratorPassword = migratorPassword
  }

  /// The statements that concern the whole cluster, secrets included.
  var cluster: [String] {
    quietLog + oneAtATime + roles + memberships + settings + passwords + closedDatabases
  }

  /// A query that gives a row where the database is there.
  var databaseExists: String { "SELECT 1 FROM pg_database WHERE datname = '\(databaseName)'" }

  var createDatabase: String {
    "CREATE DATABASE \(databaseName) TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'"
  }

  /// The statements that run in the database itself.
  var database: [String] { quietLog + encoding + databaseRights + schemas + extensions + noPublicSchema }

  /// Two at once would change the same roles; the lock ends with the session.
  private var oneAtATime: [String] {
    ["DO $$ BEGIN PERFORM pg_advisory_lock(hashtextextended('eorder bootstrap', 0)); END $$"]
  }

  /// Keeps notices of what is there already, and passwords, out of logs.
  private var quietLog: [String] {
    [
      "SET client_min_messages = warning", "SET log_statement = 'none'",
      "SET log_min_duration_statement = -1", "SET log_min_error_statement = panic",
    ]
  }
}
