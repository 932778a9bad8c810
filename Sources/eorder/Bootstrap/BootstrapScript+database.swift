extension BootstrapScript {
  /// The databases that every cluster has let anyone in until they are told otherwise.
  var closedDatabases: [String] {
    [
      """
      DO $$ DECLARE name text; BEGIN
        FOR name IN SELECT datname FROM pg_database WHERE datname IN ('postgres', 'template1') LOOP
          EXECUTE format('REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC', name);
        END LOOP;
      END $$
      """
    ]
  }

  var encoding: [String] {
    [
      """
      DO $$ BEGIN
        IF current_setting('server_encoding') <> 'UTF8' THEN
          RAISE 'Database % has encoding %; e-Order needs UTF8',
            current_database(), current_setting('server_encoding');
        END IF;
      END $$
      """
    ]
  }

  /// The migrator lets each tenant in by name: a tenant's login inherits nothing from the group `tenant`.
  var databaseRights: [String] {
    [
      "REVOKE ALL ON DATABASE \(databaseName) FROM PUBLIC",
      "GRANT CONNECT ON DATABASE \(databaseName) TO eorder_control",
      "GRANT CONNECT ON DATABASE \(databaseName) TO eorder_migrator WITH GRANT OPTION",
      "GRANT CREATE ON DATABASE \(databaseName) TO eorder_migrator",
    ]
  }

  var schemas: [String] {
    schema("control", owner: "eorder_control_owner")
      + schema("reference", owner: "eorder_reference_owner")
      + ["GRANT USAGE ON SCHEMA control TO eorder_control, eorder_migrator"]
  }

  /// An extension that is there already moves into `reference`, where every tenant's search_path finds it.
  var extensions: [String] {
    ["pg_trgm", "unaccent"].flatMap {
      [
        "CREATE EXTENSION IF NOT EXISTS \($0) WITH SCHEMA reference",
        "ALTER EXTENSION \($0) SET SCHEMA reference",
      ]
    }
  }

  /// Refused by PostgreSQL where anything lives in the schema.
  var noPublicSchema: [String] { ["DROP SCHEMA IF EXISTS public"] }

  private func schema(_ name: String, owner: String) -> [String] {
    [
      "CREATE SCHEMA IF NOT EXISTS \(name)",
      "ALTER SCHEMA \(name) OWNER TO \(owner)",
      "ALTER DEFAULT PRIVILEGES FOR ROLE \(owner) REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
    ]
  }
}
