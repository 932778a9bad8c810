import Foundation
import Postgres
import Tenancy

/// What the service's own login sees of the database: server, clock, roles and their rights.
struct DatabaseExamination: Sendable {
  let installation: Installation

  private static let leastVersion = 150_000
  /// Seconds by which two clocks may differ.
  private static let drift = 2.0

  /// The hosts of all tenants, or why they cannot be known.
  func hosts() async -> (hosts: [String], findings: [String]) {
    do {
      let hosts = try await asked {
        try await $0.query("SELECT host FROM tenant_host ORDER BY host").column(String.self)
      }
      return (hosts, [])
    } catch {
      return ([], ["The database cannot be used by the service: \(error); look at EORDER_DATABASE_URL."])
    }
  }

  func server() async -> [String] {
    do {
      let before = Date()
      let (version, now, roles) = try await asked { lease in
        let results = try await lease.pipeline([
          "SELECT current_setting('server_version_num')::integer, clock_timestamp()", Self.roles,
        ])
        let row = try results[0].first(as: (Int, Date).self) ?? (Self.leastVersion, before)
        return (row.0, row.1, try results[1].column(String.self))
      }
      return versionFindings(version) + clockFindings(now.timeIntervalSince(before)) + roles
    } catch {
      return ["The database does not answer: \(error); look at EORDER_DATABASE_URL."]
    }
  }

  private func versionFindings(_ version: Int) -> [String] {
    version < Self.leastVersion
      ? ["PostgreSQL is version \(version / 10_000): e-Order needs 15 or later."] : []
  }

  private func clockFindings(_ seconds: TimeInterval) -> [String] {
    abs(seconds) <= Self.drift
      ? [] : ["The clocks of this machine and of the database differ by \(Int(seconds)) s: run NTP on both."]
  }

  private func asked<T: Sendable>(_ body: (borrowing ControlConnection) async throws -> T) async throws -> T {
    let control = try installation.control()
    do {
      let value = try await control.withConnection(body)
      await control.shutdown()
      return value
    } catch {
      await control.shutdown()
      throw error
    }
  }

  /// Roles that may more than they should, or less than they need.
  private static let roles: SQL = """
    SELECT 'There is no role ' || n || ': run eorder bootstrap.'
    FROM unnest(ARRAY['eorder_control', 'eorder_migrator', 'eorder_control_owner', 'eorder_reference_owner', 'tenant']) n
    WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = n)
    UNION ALL
    SELECT 'The role ' || rolname || ' is too powerful: run eorder bootstrap again.' FROM pg_roles
    WHERE (rolname IN ('eorder_control', 'eorder_migrator', 'tenant', 'eorder_control_owner', 'eorder_reference_owner')
        OR starts_with(rolname, 'tenant_'))
      AND (rolsuper OR rolbypassrls OR rolreplication OR rolcreatedb OR (rolcreaterole AND rolname <> 'eorder_migrator'))
    UNION ALL
    SELECT 'The role eorder_migrator cannot create roles: run eorder bootstrap again.' FROM pg_roles
    WHERE rolname = 'eorder_migrator' AND NOT rolcreaterole
    UNION ALL
    SELECT 'The role ' || r.rolname || ' is missing for tenant ' || t.slug || ': run eorder tenant onboard again.'
    FROM tenant t CROSS JOIN LATERAL (VALUES ('tenant_' || t.slug), ('tenant_' || t.slug || '_owner')) r(rolname)
    WHERE t.state IN ('active', 'suspended') AND NOT EXISTS (SELECT FROM pg_roles p WHERE p.rolname = r.rolname)
    UNION ALL
    SELECT 'Tenant ' || t.slug || ' is ' || t.state || ' but its role lets '
           || CASE t.state WHEN 'active' THEN 'nobody' ELSE 'somebody' END || ' in: run eorder tenant '
           || CASE t.state WHEN 'active' THEN 'resume ' ELSE 'suspend ' END || t.slug || '.'
    FROM tenant t JOIN pg_roles p ON p.rolname = 'tenant_' || t.slug
    WHERE t.state IN ('active', 'suspended') AND (t.state = 'active') = (p.rolconnlimit = 0)
    UNION ALL
    SELECT 'Anybody may connect to the database or make temporary tables in it: run eorder bootstrap again.'
    FROM pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) x
    WHERE d.datname = current_database() AND x.grantee = 0 GROUP BY d.oid
    UNION ALL
    SELECT 'There is a schema public, in which anybody may leave something: run eorder bootstrap again.'
    FROM pg_namespace WHERE nspname = 'public'
    UNION ALL
    SELECT 'The role eorder_control reaches schema ' || n.nspname || ': revoke USAGE and CREATE on it.'
    FROM pg_namespace n WHERE starts_with(n.nspname, 'tenant_')
      AND (has_schema_privilege('eorder_control', n.oid, 'USAGE') OR has_schema_privilege('eorder_control', n.oid, 'CREATE'))
    """
}
