import Postgres

/// A tenant's two roles and its schema: the owner, who never logs in, and the login of the service.
struct TenantRoles: Sendable {
  /// Connections of one tenant over all processes.
  private static let connectionLimit = 40

  private let names: TenantNames
  private let role: String
  private let owner: String
  private let schema: String

  init(_ names: TenantNames) {
    self.names = names
    role = quotedName(names.role)
    owner = quotedName(names.owner)
    schema = quotedName(names.schema)
  }

  /// What stands on the role, so that a connection needs no prelude.
  private var settings: [(String, String)] {
    [
      ("search_path", "\(schema), reference, pg_temp"),
      ("statement_timeout", "'10s'"), ("lock_timeout", "'2s'"),
      ("idle_in_transaction_session_timeout", "'5s'"), ("client_connection_check_interval", "'1s'"),
      ("temp_file_limit", "'256MB'"), ("timezone", "'UTC'"),
    ]
  }

  /// Creates what is missing and sets password, limits and settings anew; a suspended tenant's fence stays.
  func script(verifier: String) -> String {
    let create = [
      (names.owner, "NOLOGIN"), (names.role, "LOGIN NOINHERIT IN ROLE tenant CONNECTION LIMIT 0"),
    ]
    .map { name, options in
      """
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = \(quotedText(name))) THEN
          CREATE ROLE \(quotedName(name)) \(options);
        END IF;
      END $$
      """
    }
    let limits = [
      "ALTER ROLE \(role) PASSWORD \(quotedText(verifier))", unlessSuspended(openDoor),
      "GRANT \(owner) TO eorder_migrator",
      "DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), \(quotedText(names.role))); END $$",
    ]
    let set = settings.map { "ALTER ROLE \(role) SET \($0.0) = \($0.1)" }
    return ([Self.oneAtATime] + create + limits + set).joined(separator: ";\n")
  }

  /// Rights on the database and on the shared schema are one row each, which two at once would both change.
  private static let oneAtATime = """
    SET LOCAL lock_timeout = '30s'; SELECT pg_advisory_xact_lock(hashtextextended('tenant roles', 0))
    """

  /// Creates the schema; rights on its tables come with the migrations.
  var schemaScript: String {
    """
    \(Self.oneAtATime);
    CREATE SCHEMA IF NOT EXISTS \(schema);
    ALTER SCHEMA \(schema) OWNER TO \(owner);
    SET LOCAL ROLE eorder_reference_owner;
    GRANT USAGE ON SCHEMA reference TO \(owner), \(role);
    SET LOCAL ROLE \(owner);
    ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
    RESET ROLE;
    \(unlessSuspended("SET LOCAL ROLE \(owner); GRANT USAGE ON SCHEMA \(schema) TO \(role)"))
    """
  }

  /// Holds the tenant's row, so that a suspension at the same moment comes wholly before or wholly after.
  private func unlessSuspended(_ statements: String) -> String {
    """
    DO $$ DECLARE found text; BEGIN
      SELECT state INTO found FROM control.tenant WHERE slug = \(quotedText(names.slug)) FOR SHARE;
      IF found IS DISTINCT FROM 'suspended' THEN \(statements); END IF;
    END $$
    """
  }
}

/// The fence around a suspended tenant: no login, no right on its schema, no write, no open session.
extension TenantRoles {
  /// From here on nobody logs in; who is logged in stays until `endSessions`.
  var closeDoor: String { "ALTER ROLE \(role) CONNECTION LIMIT 0" }
  var openDoor: String { "ALTER ROLE \(role) CONNECTION LIMIT \(Self.connectionLimit)" }

  /// Without the schema no statement finds a table. Rights on the tables stay, as they are part of the schema's
  /// fingerprint, and a migration may come while the tenant is suspended.
  var takeRights: String {
    """
    ALTER ROLE \(role) SET default_transaction_read_only = on;
    SET LOCAL ROLE \(owner); REVOKE USAGE ON SCHEMA \(schema) FROM \(role)
    """
  }

  var giveRights: String {
    """
    ALTER ROLE \(role) RESET default_transaction_read_only;
    SET LOCAL ROLE \(owner); GRANT USAGE ON SCHEMA \(schema) TO \(role)
    """
  }

  /// A transaction in flight is rolled back whole.
  var endSessions: String {
    """
    SET LOCAL ROLE pg_signal_backend;
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = \(quotedText(names.role))
    """
  }

  func sessions(_ connection: borrowing MigratorConnection) async throws -> Int {
    try await connection.query("SELECT count(*) FROM pg_stat_activity WHERE usename = \(names.role)")
      .scalar(Int.self) ?? 0
  }
}
