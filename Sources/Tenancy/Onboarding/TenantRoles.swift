import Postgres

/// A tenant's two roles and its schema: the owner, who never logs in, and the login of the service.
struct TenantRoles: Sendable {
  /// Connections of one tenant over all processes.
  private static let connectionLimit = 40

  private let names: TenantNames

  init(_ names: TenantNames) { self.names = names }

  /// What stands on the role, so that a connection needs no prelude.
  private var settings: [(String, String)] {
    [
      ("search_path", "\(quotedName(names.schema)), reference, pg_temp"),
      ("statement_timeout", "'10s'"), ("lock_timeout", "'2s'"),
      ("idle_in_transaction_session_timeout", "'5s'"), ("client_connection_check_interval", "'1s'"),
      ("temp_file_limit", "'256MB'"), ("timezone", "'UTC'"),
    ]
  }

  /// Creates what is missing and sets password, limits and settings anew.
  func script(verifier: String) -> String {
    let role = quotedName(names.role)
    let owner = quotedName(names.owner)
    let create = [(names.owner, "NOLOGIN"), (names.role, "LOGIN NOINHERIT IN ROLE tenant")].map { name, options in
      """
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = \(quotedText(name))) THEN
          CREATE ROLE \(quotedName(name)) \(options);
        END IF;
      END $$
      """
    }
    let limits = [
      "ALTER ROLE \(role) PASSWORD \(quotedText(verifier)) CONNECTION LIMIT \(Self.connectionLimit)",
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
    let (schema, owner, role) = (quotedName(names.schema), quotedName(names.owner), quotedName(names.role))
    return """
      \(Self.oneAtATime);
      CREATE SCHEMA IF NOT EXISTS \(schema);
      ALTER SCHEMA \(schema) OWNER TO \(owner);
      SET LOCAL ROLE eorder_reference_owner;
      GRANT USAGE ON SCHEMA reference TO \(owner), \(role);
      SET LOCAL ROLE \(owner);
      GRANT USAGE ON SCHEMA \(schema) TO \(role);
      ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC
      """
  }

  /// A fence in the database: no login, no open session, no write.
  func suspension(_ suspended: Bool) -> String {
    let role = quotedName(names.role)
    let limit = suspended ? 0 : Self.connectionLimit
    let end = """
      SET LOCAL ROLE pg_signal_backend; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = \(quotedText(names.role))
      """
    return (["ALTER ROLE \(role) CONNECTION LIMIT \(limit)"] + (suspended ? [end] : [])).joined(separator: ";\n")
  }
}
