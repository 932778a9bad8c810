import Foundation
import Postgres
import Tenancy
import Testing

@testable import eorder

/// Each version of a tenant's schema has the fingerprint that is shipped with it, in every province.
@Suite(.serialized) struct FingerprintTests {
  private static let file = TestInstallation.root.appending(path: "Migrations/tenant/fingerprints")

  /// Builds a schema version by version; the fingerprint after each.
  private func lines(_ slug: String, _ installation: TestInstallation) async throws -> [String] {
    let payload = try TestInstallation.file(slug)
    let id = try await installation.ask(.onboard, slug, payload: payload)
    let roles = try installation.steps(payload).prefix { $0.name != "migrations" }
    #expect(try await installation.carryOut(id, steps: Array(roles))?.state == .done)
    let all = installation.migrations.tenant
    return try await installation.withMigrator { connection in
      var lines: [String] = []
      for version in 1...all.latest {
        let migration = SchemaMigration(tenant: slug, set: all.through(version))
        if version % 2 == 0 {
          try await migration.upgrade(connection, at: Date())
        } else {
          try await migration.build(connection, at: Date())
        }
        lines.append("\(version) \(try await SchemaFingerprint.of(slug, connection))")
      }
      return lines
    }
  }

  /// `deploy/fingerprints` runs this with EORDER_WRITE_FINGERPRINTS to write the file anew.
  @Test func theShippedOnesAreThoseOfTheMigrations() async throws {
    let installation = try await TestInstallation.create()
    let plain = try await lines(TestInstallation.slug(), installation)
    if ProcessInfo.processInfo.environment["EORDER_WRITE_FINGERPRINTS"] != nil {
      try Data((plain.joined(separator: "\n") + "\n").utf8).write(to: Self.file)
    }
    let shipped = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(plain == shipped, "run deploy/fingerprints after a new migration")
    #expect(try await lines(TestInstallation.slug("a-b-"), installation) == plain, "whatever the slug")
  }

  @Test func driftIsRefusedAndNotTakenForTheNewState() async throws {
    let installation = try await TestInstallation.create()
    let slug = TestInstallation.slug()
    #expect(try await installation.onboard(slug)?.state == .done)
    let expected = try await installation.fingerprint(slug)
    try await installation.withSuperuser { superuser in
      try await superuser.execute(
        script:
          "GRANT DELETE ON \(quotedName("tenant_\(slug)")).audit_entry TO \(quotedName("tenant_\(slug)"))")
    }
    #expect(try await installation.fingerprint(slug) != expected)
    let fleet = FleetMigration(installation: installation.installation, migrations: installation.migrations)
    #expect(try await fleet.tenants(only: slug, jobs: 1).first?.reason.contains("fingerprint") == true)
    let check = TenantCheck(slug: slug, migrations: installation.migrations)
    #expect(try await installation.withMigrator { try await check.findings($0) }.count == 1)
    let remembered = try await installation.withMigrator { connection in
      try await connection.query("SELECT fingerprint FROM tenant WHERE slug = \(slug)").scalar(String.self)
    }
    #expect(remembered == expected)
    let asked = try await installation.run(.migrate, slug)
    #expect(asked?.state == .failed)
  }
}
