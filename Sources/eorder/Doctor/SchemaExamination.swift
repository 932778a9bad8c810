import Postgres
import Tenancy

/// What the operator's login sees of the schemas: pending migrations, drift, broken walls. Nothing where this
/// process is not given that login.
struct SchemaExamination: Sendable {
  let installation: Installation

  func findings() async -> [String] {
    guard installation.settings.hasOperatorDatabase, let migrations = try? installation.migrations() else {
      return []
    }
    do {
      return try await installation.withMigrator { connection in
        var findings: [String] = []
        for schema in FleetMigration.sharedSchemas(migrations) {
          findings += try await schema.findings(connection)
        }
        guard findings.isEmpty else { return findings }
        return try await tenants(migrations, connection)
      }
    } catch {
      return ["The operator cannot use the database: \(error); look at EORDER_OPERATOR_DATABASE_URL."]
    }
  }

  private func tenants(
    _ migrations: Migrations, _ connection: borrowing MigratorConnection
  ) async throws -> [String] {
    let slugs = try await connection.query(
      "SELECT slug FROM tenant WHERE state IN ('active', 'suspended') ORDER BY slug"
    ).column(String.self)
    var findings: [String] = []
    for slug in slugs {
      findings += try await TenantCheck(slug: slug, migrations: migrations).findings(connection)
        .map { "Tenant \(slug): \($0)." }
    }
    return findings
  }
}

extension SchemaMigration {
  /// What is wrong with a schema that belongs to no tenant.
  fileprivate func findings(_ connection: borrowing MigratorConnection) async throws -> [String] {
    do {
      let pending = try await pending(connection)
      if pending.isEmpty { return [] }
      let names = pending.map(\.name).joined(separator: ", ")
      return ["Migrations are pending in schema \(schema): \(names); run eorder migrate."]
    } catch let error as MigrationError {
      return ["Schema \(schema): \(error)."]
    }
  }
}
