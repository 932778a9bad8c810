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

  /// Whether the upgrade would fail, tried out and rolled back; a failure is noted.
  /// - Throws: `MigrationError.drift` also where the schema is not what its version shipped.
  package func preflight(_ connection: borrowing MigratorConnection, at now: Date) async throws {
    try await noting(connection, at: now) { connection in
      try await checkDrift(connection)
      try await migration.preflight(connection)
    }
  }

  /// - Throws: `MigrationError.drift` where the schema is not the shipped one afterwards; what the registry says
  ///   of the schema stays as it was then.
  package func run(_ connection: borrowing MigratorConnection, at now: Date) async throws {
    try await noting(connection, at: now) { connection in
      try await migration.upgrade(connection, at: now)
      let fingerprint = try await SchemaFingerprint.of(slug, connection)
      try set.check(fingerprint, of: set.latest)
      try await note(connection, error: nil, at: now)
      try await connection.transaction { transaction in
        transaction.enqueue(
          "UPDATE tenant SET schema_version = \(set.latest), fingerprint = \(fingerprint) WHERE slug = \(slug)"
        )
        transaction.enqueue("NOTIFY tenant_changed")
      }
    }
  }

  private func checkDrift(_ connection: borrowing MigratorConnection) async throws {
    let pending = try await migration.pending(connection)
    let version = (pending.first?.version ?? set.latest + 1) - 1
    try set.check(try await SchemaFingerprint.of(slug, connection), of: version)
  }

  private func noting(
    _ connection: borrowing MigratorConnection, at now: Date,
    _ body: (borrowing MigratorConnection) async throws -> Void
  ) async throws {
    do {
      try await body(connection)
    } catch {
      try? await note(connection, error: "\(error)", at: now)
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
      try await upgrade.preflight(connection, at: work.now)
      try await upgrade.run(connection, at: work.now)
      return nil
    }
  }
}
