package import Postgres

/// What a tenant's role can reach outside its own schema and the shared reference data.
package enum Walls {
  /// Names every schema, table and function beyond the wall on which the role has any right.
  package static func breaches(of slug: String) -> SQL {
    let names = TenantNames(slug: slug)
    return """
      SELECT 'schema ' || n.nspname FROM pg_namespace n
      WHERE n.nspname NOT IN (\(names.schema), 'reference', 'pg_catalog', 'information_schema', 'pg_toast')
        AND n.nspname NOT LIKE 'pg_temp%' AND n.nspname NOT LIKE 'pg_toast_temp%'
        AND (has_schema_privilege(\(names.role), n.oid, 'USAGE') OR has_schema_privilege(\(names.role), n.oid, 'CREATE'))
      UNION ALL
      SELECT 'table ' || n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname NOT IN (\(names.schema), 'reference', 'pg_catalog', 'information_schema', 'pg_toast')
        AND n.nspname NOT LIKE 'pg_temp%' AND n.nspname NOT LIKE 'pg_toast_temp%' AND c.relkind IN ('r', 'v', 'm', 'p')
        AND (has_table_privilege(\(names.role), c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
          OR has_any_column_privilege(\(names.role), c.oid, 'SELECT, INSERT, UPDATE, REFERENCES'))
      UNION ALL
      SELECT 'create in ' || \(names.schema) WHERE has_schema_privilege(\(names.role), to_regnamespace('"' || \(names.schema) || '"'), 'CREATE')
      UNION ALL
      SELECT 'temporary tables' WHERE has_database_privilege(\(names.role), current_database(), 'TEMPORARY')
      """
  }
}
