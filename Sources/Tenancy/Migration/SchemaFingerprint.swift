package import Postgres

/// One hash over everything that makes up a schema: columns, constraints, indexes, functions and rights,
/// with the schema's and the role's own names taken out.
package enum SchemaFingerprint {
  /// Computes the fingerprint of a tenant's schema.
  package static func of(_ slug: String, _ connection: borrowing MigratorConnection) async throws -> String {
    let names = TenantNames(slug: slug)
    let result = try await connection.query(
      """
      WITH parts (line) AS (
        SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
               || ' ' || a.attnotnull || ' ' || a.attgenerated::text || a.attidentity::text || ' ' || a.attstorage::text
               || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || ' ' || coalesce(a.attacl::text, '')
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relnamespace = to_regnamespace(\(quotedName(names.schema))) AND c.relkind IN ('r', 'v', 'p')
        UNION ALL
        SELECT 'table ' || c.relname || ' ' || c.relkind::text || c.relpersistence::text || ' ' || coalesce(c.relacl::text, '')
        FROM pg_class c
        WHERE c.relnamespace = to_regnamespace(\(quotedName(names.schema))) AND c.relkind IN ('r', 'v', 'p', 'S')
        UNION ALL
        SELECT 'constraint ' || conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = to_regnamespace(\(quotedName(names.schema)))
        UNION ALL
        SELECT 'index ' || pg_get_indexdef(i.indexrelid) || ' ' || i.indisvalid
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        WHERE c.relnamespace = to_regnamespace(\(quotedName(names.schema)))
        UNION ALL
        SELECT 'function ' || p.oid::regprocedure::text || ' ' || pg_get_functiondef(p.oid)
        FROM pg_proc p WHERE p.pronamespace = to_regnamespace(\(quotedName(names.schema)))
        UNION ALL
        SELECT 'trigger ' || pg_get_triggerdef(t.oid)
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = to_regnamespace(\(quotedName(names.schema))) AND NOT t.tgisinternal
      )
      SELECT md5(string_agg(cleaned, E'\\n' ORDER BY cleaned COLLATE "C")) FROM (
        SELECT replace(replace(replace(replace(line, \(names.owner), 'OWNER'),
                 '"' || \(names.schema) || '"', 'SCHEMA'), \(names.schema), 'SCHEMA'), '"', '') AS cleaned
        FROM parts
      ) lines
      """)
    guard let row = try result.first(as: String?.self), let fingerprint = row else { return "" }
    return fingerprint
  }
}
