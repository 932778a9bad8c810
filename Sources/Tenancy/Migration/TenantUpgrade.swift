package import Foundation
package import Postgres

/// Brings the schema of one tenant up to date and notes it in the registry.
package struct TenantUpgrade: Sendable {
  private let slug: String
  private let set: MigrationSet

  package init(_ slug: String, migrations: Migrations) {
    self.slug = slug
    set = migrations.tenant
  }

  private var migration: SchemaMigration { SchemaMigration(tenant: slug, set: set) }

  /// Whether the upgrade would fail, tried out and rolled back.
  package func preflight(_ connection: borrowing MigratorConnection) async throws {
    try await migration.preflight(connection)
  }

  /// - Throws: `MigrationError.drift` where the schema is not the shipped one afterwards.
  package func run(_ connection: borrowing MigratorConnection, at now: Date) async throws {
    do {
      try await migration.upgrade(connection, at: now)
      let fingerprint = try await SchemaFingerprint.of(slug, connection)
      if let expected = set.fingerprints[set.latest], expected != fingerprint {
        throw MigrationError.drift(expected: expected, actual: fingerprint)
      }
      try await note(connection, error: nil, at: now)
      try await connection.transaction { transaction in
        transaction.enqueue(
          "UPDATE tenant SET schema_version = \(set.latest), fingerprint = \(fingerprint) WHERE slug = \(slug)")
        transaction.enqueue("NOTIFY tenant_changed")
      }
    } catch {
      try await note(connection, error: "\(error)", at: now)
      throw error
    }
  }

  private func note(_ connection: borrowing MigratorConnection, error: String?, at now: Date) async throws {
    let sha256 = set.files.last?.sha256 ?? ""
    let state = error == nil ? "done" : "failed"
    try await connection.transaction { transaction in
      transaction.enqueue(
        """
        INSERT INTO tenant_migration (tenant_id, version, sha256, state, error, finished_at)
        SELECT id, \(set.latest), \(sha256), \(state), \(error), \(now) FROM tenant WHERE slug = \(slug)
        ON CONFLICT (tenant_id, version) DO UPDATE SET sha256 = excluded.sha256, state = excluded.state,
          error = excluded.error, finished_at = excluded.finished_at
        """)
    }
  }
}

extension TenantUpgrade {
  /// The same as the step of an operation.
  package static func step(_ migrations: Migrations) -> OperatorStep {
    OperatorStep("migrations") { connection, work in
      guard let slug = work.tenant else { return nil }
      let upgrade = TenantUpgrade(slug, migrations: migrations)
      try await upgrade.preflight(connection)
      try await upgrade.run(connection, at: work.now)
      return nil
    }
  }
}
