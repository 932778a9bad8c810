package import EOrderRules
import Foundation
import Postgres

/// The steps that turn a tenant file into a province that can be reached.
package struct Onboarding: Sendable {
  private let national: NationalRules
  private let migrations: Migrations
  private let masterKey: MasterKey
  private let domain: String

  /// - Parameter domain: a tenant's host is `<slug>.<domain>`.
  package init(national: NationalRules, migrations: Migrations, masterKey: MasterKey, domain: String) {
    self.national = national
    self.migrations = migrations
    self.masterKey = masterKey
    self.domain = domain
  }

  /// All steps in order; other modules hand in theirs.
  /// - Parameter seeding: fills the schema as the tenant, before anyone can reach it.
  package func steps(seeding: [OperatorStep], certificate: [OperatorStep]) -> [OperatorStep] {
    [validateFile, role, schema, migrate, fingerprint] + seeding + certificate + [walls, activate]
  }

  private func file(_ work: OperatorWork) throws -> TenantFile {
    try TenantFile(work.payload, national: national)
  }

  private var validateFile: OperatorStep {
    OperatorStep("validate_file") { connection, work in
      let change = try await RuleChange(work.payload, national: national, at: work.now, connection)
      guard change.file.rulebook.tenant.slug == work.tenant else { throw OnboardingError.slugDiffers }
      let state = try await connection.transaction { transaction in
        transaction.enqueue(change.file.registration(work.payload, at: work.now))
        transaction.enqueue(change.file.intention(work.payload))
        return try await transaction.query("SELECT state FROM tenant WHERE slug = \(work.tenant)")
          .scalar(String.self)
      }
      guard state != TenantState.archived.rawValue else { throw LifecycleError.wrongState }
      return nil
    }
  }

  private var role: OperatorStep {
    OperatorStep("role") { connection, work in
      let names = TenantNames(slug: try file(work).rulebook.tenant.slug)
      let epoch = try await connection.query("SELECT epoch FROM tenant WHERE slug = \(names.slug)").scalar(
        Int.self)
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
      let state = try await connection.query("SELECT state FROM tenant WHERE slug = \(slug)").scalar(
        String.self)
      if state == TenantState.onboarding.rawValue {
        try await SchemaMigration(tenant: slug, set: migrations.tenant).build(connection, at: work.now)
      } else {
        try await TenantUpgrade(slug, migrations: migrations).run(connection, at: work.now)
      }
      return nil
    }
  }

  private var fingerprint: OperatorStep {
    OperatorStep("fingerprint") { connection, work in
      let slug = try file(work).rulebook.tenant.slug
      let version = migrations.tenant.latest
      let actual = try await SchemaFingerprint.of(slug, connection)
      try migrations.tenant.check(actual, of: version)
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

  /// The rules hold and the province can be reached, or neither.
  private var activate: OperatorStep {
    OperatorStep("activate") { connection, work in
      let change = try await RuleChange(work.payload, national: national, at: work.now, connection)
      let identity = change.file.rulebook.tenant
      try await connection.transaction { transaction in
        for statement in change.file.acceptance(work.payload, isNew: change.isNew, at: work.now) {
          transaction.enqueue(statement)
        }
        transaction.enqueue(
          """
          INSERT INTO tenant_host (host, tenant_id)
          SELECT \("\(identity.slug).\(domain)"), id FROM tenant WHERE slug = \(identity.slug)
          ON CONFLICT (host) DO NOTHING
          """)
        let states = try await transaction.pipeline([
          """
          UPDATE tenant SET state = 'active', state_since = \(work.now)
          WHERE slug = \(identity.slug) AND state = 'onboarding'
          """,
          "SELECT state FROM tenant WHERE slug = \(identity.slug)",
        ])
        // A suspended province takes its new rules and stays suspended.
        let state = try states[1].scalar(String.self).flatMap(TenantState.init)
        guard state == .active || state == .suspended else { throw LifecycleError.wrongState }
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
