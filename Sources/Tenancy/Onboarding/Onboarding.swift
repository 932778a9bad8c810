import Crypto
package import EOrderRules
import Foundation
import Postgres

/// The steps that turn a tenant file into a province that can be reached.
package struct Onboarding: Sendable {
  private let national: NationalRules
  private let migrations: Migrations
  private let masterKey: MasterKey
  private let domain: String
  private let server: @Sendable () -> TenantDatabase

  /// - Parameters:
  ///   - domain: a tenant's host is `<slug>.<domain>`.
  ///   - server: leases as tenants, to prove each new wall from the inside.
  package init(
    national: NationalRules, migrations: Migrations, masterKey: MasterKey, domain: String,
    server: @escaping @Sendable () -> TenantDatabase
  ) {
    self.national = national
    self.migrations = migrations
    self.masterKey = masterKey
    self.domain = domain
    self.server = server
  }

  /// All steps in order; other modules hand in theirs.
  /// - Parameter seeding: fills the schema as the tenant, before anyone can reach it.
  package func steps(seeding: [OperatorStep], certificate: [OperatorStep]) -> [OperatorStep] {
    [validateFile, role, schema, migrate, fingerprint] + seeding + certificate + [walls, activate]
  }

  private func file(_ work: OperatorWork) throws -> TenantFile { try TenantFile(work.payload, national: national) }

  private var validateFile: OperatorStep {
    OperatorStep("validate_file") { connection, work in
      let file = try file(work)
      guard file.rulebook.tenant.slug == work.tenant else { throw OnboardingError.slugDiffers }
      let sha256 = Array(SHA256.hash(data: work.payload))
      try await connection.transaction { transaction in
        transaction.enqueue(
          """
          INSERT INTO tenant (id, slug, code, name, state, state_since, settings, settings_sha256, created_at)
          VALUES (\(UUID.version7(at: work.now)), \(file.rulebook.tenant.slug), \(file.rulebook.tenant.code),
            \(file.rulebook.tenant.name), 'onboarding', \(work.now), \(work.payload), \(sha256), \(work.now))
          ON CONFLICT (slug) DO UPDATE SET code = excluded.code, name = excluded.name,
            settings = excluded.settings, settings_sha256 = excluded.settings_sha256,
            state = CASE WHEN tenant.state = 'failed' THEN 'onboarding' ELSE tenant.state END
          """)
      }
      return nil
    }
  }

  private var role: OperatorStep {
    OperatorStep("role") { connection, work in
      let names = TenantNames(slug: try file(work).rulebook.tenant.slug)
      let epoch = try await connection.query("SELECT epoch FROM tenant WHERE slug = \(names.slug)").scalar(Int.self)
      let password = masterKey.password(role: names.role, epoch: epoch ?? 1)
      let verifier = try await connection.scramVerifier(password: password, role: names.role)
      try await connection.execute(script: TenantRoles(names).script(verifier: verifier))
      return nil
    }
  }

  private var schema: OperatorStep {
    OperatorStep("schema") { connection, work in
      let names = TenantNames(slug: try file(work).rulebook.tenant.slug)
      try await connection.execute(script: TenantRoles(names).schemaScript)
      return nil
    }
  }

  private var migrate: OperatorStep {
    OperatorStep("migrations") { connection, work in
      let slug = try file(work).rulebook.tenant.slug
      let state = try await connection.query("SELECT state FROM tenant WHERE slug = \(slug)").scalar(String.self)
      let migration = SchemaMigration(tenant: slug, set: migrations.tenant)
      if state == TenantState.onboarding.rawValue {
        try await migration.build(connection, at: work.now)
      } else {
        try await migration.upgrade(connection, at: work.now)
      }
      return nil
    }
  }

  private var fingerprint: OperatorStep {
    OperatorStep("fingerprint") { connection, work in
      let slug = try file(work).rulebook.tenant.slug
      let version = migrations.tenant.latest
      let actual = try await SchemaFingerprint.of(slug, connection)
      if let expected = migrations.tenant.fingerprints[version], expected != actual {
        throw MigrationError.drift(expected: expected, actual: actual)
      }
      try await connection.transaction { transaction in
        transaction.enqueue(
          "UPDATE tenant SET schema_version = \(version), fingerprint = \(actual) WHERE slug = \(slug)")
      }
      return nil
    }
  }

  /// Proves from inside the new tenant that it sees its own schema and no other.
  private var walls: OperatorStep {
    OperatorStep("walls") { connection, work in
      let slug = try file(work).rulebook.tenant.slug
      let breaches = try await connection.query(Walls.breaches(of: slug)).column(String.self)
      guard breaches.isEmpty else { throw OnboardingError.wallBroken(breaches) }
      return nil
    }
  }

  private var activate: OperatorStep {
    OperatorStep("activate") { connection, work in
      let slug = try file(work).rulebook.tenant.slug
      try await connection.transaction { transaction in
        transaction.enqueue(
          """
          INSERT INTO tenant_host (host, tenant_id) SELECT \("\(slug).\(domain)"), id FROM tenant WHERE slug = \(slug)
          ON CONFLICT (host) DO NOTHING
          """)
        transaction.enqueue(
          """
          UPDATE tenant SET state = 'active', state_since = \(work.now) WHERE slug = \(slug) AND state = 'onboarding'
          """)
      }
      return nil
    }
  }
}

/// Why a province cannot be onboarded.
package enum OnboardingError: Error, Sendable, CustomStringConvertible {
  case slugDiffers
  case wallBroken([String])

  package var description: String {
    switch self {
    case .slugDiffers: "the file's slug is not the one that was asked for"
    case .wallBroken(let objects): "the tenant's role reaches \(objects.joined(separator: ", "))"
    }
  }
}
