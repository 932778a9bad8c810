import Postgres

extension BootstrapScript {
  /// `tenant` is the group that pg_hba.conf names; the owner roles own a schema each and never log in.
  var roles: [String] {
    let groups = ["tenant", "eorder_control_owner", "eorder_reference_owner"].flatMap {
      role($0, "NOLOGIN NOINHERIT NOCREATEROLE")
    }
    return groups
      + role("eorder_control", "LOGIN NOINHERIT NOCREATEROLE")
      + role("eorder_migrator", "LOGIN NOINHERIT CREATEROLE")
  }

  /// The migrator becomes an owner, or `pg_signal_backend`, by SET ROLE for one transaction at a time; from
  /// PostgreSQL 16 on it puts new roles into `tenant` only as that group's administrator.
  var memberships: [String] {
    [
      "GRANT eorder_control_owner, eorder_reference_owner, pg_signal_backend TO eorder_migrator",
      "GRANT SET ON PARAMETER temp_file_limit TO eorder_migrator",
      """
      DO $$ BEGIN
        IF current_setting('server_version_num')::integer >= 160000 THEN
          EXECUTE 'GRANT tenant TO eorder_migrator WITH ADMIN OPTION';
        END IF;
      END $$
      """,
    ]
  }

  /// What stands on a role needs no prelude on a connection; only a superuser may raise `temp_file_limit`.
  var settings: [String] {
    settings(
      of: "eorder_control",
      [
        "search_path = control, pg_temp", "timezone = 'UTC'", "statement_timeout = '10s'",
        "lock_timeout = '2s'", "idle_in_transaction_session_timeout = '5s'",
        "client_connection_check_interval = '1s'", "temp_file_limit = '2GB'",
      ])
      + settings(
        of: "eorder_migrator",
        [
          "search_path = control, pg_temp", "timezone = 'UTC'", "statement_timeout = 0",
          "lock_timeout = '2s'", "idle_in_transaction_session_timeout = '60s'",
          "client_connection_check_interval = '1s'",
        ])
  }

  var passwords: [String] {
    [("eorder_control", controlPassword), ("eorder_migrator", migratorPassword)].compactMap {
      role, password in
      switch password {
      case .given(let secret):
        "ALTER ROLE \(role) PASSWORD \(quotedText(secret.revealed))"
      case .placeholder(let variable): "ALTER ROLE \(role) PASSWORD :'\(variable)'"
      case .unchanged: nil
      }
    }
  }

  private func role(_ name: String, _ attributes: String) -> [String] {
    [
      """
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '\(name)') THEN
          CREATE ROLE \(name) NOLOGIN;
        END IF;
      END $$
      """,
      "ALTER ROLE \(name) \(attributes) NOSUPERUSER NOCREATEDB NOREPLICATION NOBYPASSRLS",
    ]
  }

  private func settings(of role: String, _ settings: [String]) -> [String] {
    settings.map { "ALTER ROLE \(role) SET \($0)" }
  }
}
