import Foundation
import Postgres
import Tenancy

/// Brings the control schema, the shared schema and the schemas of all tenants up to date.
struct FleetMigration: Sendable {
  /// A tenant that was held back, and why.
  struct Failure: Sendable {
    let slug: String
    let reason: String
  }

  let installation: Installation
  let migrations: Migrations

  /// The schemas that belong to no tenant; the installation's clock stands in one of them, so they are built by the
  /// machine's.
  func shared() async throws {
    try await installation.withMigrator { connection in
      for schema in Self.sharedSchemas(migrations) { try await schema.upgrade(connection, at: Date()) }
    }
  }

  static func sharedSchemas(_ migrations: Migrations) -> [SchemaMigration] {
    [
      SchemaMigration(
        schema: "control", owner: "eorder_control_owner", role: "eorder_control", set: migrations.control),
      SchemaMigration(
        schema: "reference", owner: "eorder_reference_owner", role: "tenant", set: migrations.reference),
    ]
  }

  /// Tries all tenants first, then upgrades those that will not fail.
  /// - Parameters:
  ///   - only: one tenant; all without it.
  ///   - jobs: tenants at a time.
  func tenants(only: String?, jobs: Int) async throws -> [Failure] {
    let clock = ServiceClock()
    let slugs = try await installation.withMigrator { connection in
      try await clock.read(connection)
      return try await connection.query(
        """
        SELECT slug FROM tenant WHERE state IN ('active', 'suspended', 'archived')
          AND (\(only) IS NULL OR slug = \(only)) ORDER BY slug
        """
      ).column(String.self)
    }
    if let only, slugs.isEmpty { throw SettingsError("There is no tenant \(only) to migrate.") }
    let held = try await each(slugs, jobs) { upgrade, connection in
      try await upgrade.preflight(connection, at: clock.now)
    }
    let ready = slugs.filter { slug in !held.contains { $0.slug == slug } }
    let failed = try await each(ready, jobs) { upgrade, connection in
      try await upgrade.run(connection, at: clock.now)
    }
    return held + failed
  }

  private func each(
    _ slugs: [String], _ jobs: Int,
    _ work: @escaping @Sendable (TenantUpgrade, borrowing MigratorConnection) async throws -> Void
  ) async throws -> [Failure] {
    try await concurrently(slugs, width: jobs) { slug in
      do {
        try await installation.withMigrator { connection in
          try await work(TenantUpgrade(slug, migrations: migrations), connection)
        }
        return nil
      } catch {
        return Failure(slug: slug, reason: "\(error)")
      }
    }.compactMap { $0 }
  }
}

/// Does work for each item, some at a time; the results are in no particular order.
func concurrently<Item: Sendable, Value: Sendable>(
  _ items: [Item], width: Int, _ work: @escaping @Sendable (Item) async throws -> Value
) async throws -> [Value] {
  try await withThrowingTaskGroup(of: Value.self) { group in
    var waiting = items.makeIterator()
    var values: [Value] = []
    for _ in 0..<max(1, width) {
      guard let item = waiting.next() else { break }
      group.addTask { try await work(item) }
    }
    while let value = try await group.next() {
      values.append(value)
      if let item = waiting.next() { group.addTask { try await work(item) } }
    }
    return values
  }
}
