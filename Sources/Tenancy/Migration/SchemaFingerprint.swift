package import Postgres

/// One hash over everything that makes up a schema: columns, constraints, indexes, functions, triggers and rights,
/// with the schema's and the roles' own names taken out, so that it is the same in every province.
package enum SchemaFingerprint {
  /// Computes the fingerprint of a tenant's schema from the catalogue, which every role may read.
  package static func of(_ slug: String, _ lease: borrowing some Lease & ~Copyable) async throws -> String {
    try await lease.query(statement(slug)).scalar(String?.self).flatMap(\.self) ?? ""
  }

  /// One row with the fingerprint, null where there is no such schema.
  ///
  /// Quotation marks and backslashes go: whether a name is quoted depends on the slug. The owner's own rights are
  /// left out: they are all there are, and each version of PostgreSQL spells them otherwise.
  package static func statement(_ slug: String) -> SQL {
    let names = TenantNames(slug: slug)
    return """
      WITH schema AS (SELECT oid FROM pg_namespace WHERE nspname = \(names.schema)), parts (line) AS (
        \(relations)
        UNION ALL
        \(rights)
        UNION ALL
        \(definitions)
      )
      SELECT md5(string_agg(cleaned, E'\\n' ORDER BY cleaned COLLATE "C")) FROM (
        SELECT translate(replace(replace(replace(line, \(names.owner), 'OWNER'),
                 '"' || \(names.schema) || '"', 'SCHEMA'), \(names.schema), 'SCHEMA'), '"\\', '') AS cleaned
        FROM parts
      ) lines
      """
  }

  private static let relations: SQL = """
    SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
           || ' ' || a.attnotnull || ' ' || a.attgenerated::text || a.attidentity::text || ' ' || a.attstorage::text
           || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
    FROM pg_class c JOIN schema ON c.relnamespace = schema.oid
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relkind IN ('r', 'v', 'p')
    UNION ALL
    SELECT 'table ' || c.relname || ' ' || c.relkind::text || c.relpersistence::text || ' ' || pg_get_userbyid(c.relowner)
    FROM pg_class c JOIN schema ON c.relnamespace = schema.oid WHERE c.relkind IN ('r', 'v', 'p', 'S')
    """

  private static let rights: SQL = """
    SELECT 'right ' || c.relname || ' ' || x.privilege_type || ' '
           || CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(x.grantee) END || ' ' || x.is_grantable
    FROM pg_class c JOIN schema ON c.relnamespace = schema.oid, aclexplode(c.relacl) x WHERE x.grantee <> c.relowner
    UNION ALL
    SELECT 'right ' || c.relname || '.' || a.attname || ' ' || x.privilege_type || ' '
           || CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(x.grantee) END || ' ' || x.is_grantable
    FROM pg_class c JOIN schema ON c.relnamespace = schema.oid
    JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped, aclexplode(a.attacl) x
    WHERE x.grantee <> c.relowner
    UNION ALL
    SELECT 'right ' || p.proname || ' ' || x.privilege_type || ' '
           || CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(x.grantee) END
    FROM pg_proc p JOIN schema ON p.pronamespace = schema.oid,
         aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
    WHERE x.grantee <> p.proowner
    """

  private static let definitions: SQL = """
    SELECT 'constraint ' || conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(k.oid)
    FROM pg_constraint k JOIN schema ON k.connamespace = schema.oid WHERE k.contype <> 'n'
    UNION ALL
    SELECT 'index ' || pg_get_indexdef(i.indexrelid) || ' ' || i.indisvalid
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN schema ON c.relnamespace = schema.oid
    UNION ALL
    SELECT 'function ' || p.oid::regprocedure::text || ' ' || pg_get_functiondef(p.oid)
    FROM pg_proc p JOIN schema ON p.pronamespace = schema.oid
    UNION ALL
    SELECT 'trigger ' || pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN schema ON c.relnamespace = schema.oid
    WHERE NOT t.tgisinternal
    """
}
