import Foundation
import Postgres
import Tenancy
import Testing

@testable import eorder

/// The doctor names what is wrong, each with its mend.
@Suite(.serialized) struct DoctorTests {
  private func findings(_ installation: TestInstallation) async -> [String] {
    // Certificates and the disk of the machine that tests are none of this.
    await Examination(installation: installation.installation).findings().filter {
      !$0.contains("MiB are free")
    }
  }

  @Test func aHealthyInstallationHasNoFindings() async throws {
    let installation = try await TestInstallation.create()
    #expect(try await installation.onboard(TestInstallation.slug())?.state == .done)
    let suspended = TestInstallation.slug("a-b-")
    #expect(try await installation.onboard(suspended)?.state == .done)
    #expect(try await installation.run(.suspend, suspended)?.state == .done)
    #expect(await findings(installation) == [])
  }

  @Test func aKeyThatOthersCanReadIsNamed() async throws {
    let installation = try await TestInstallation.create()
    let path = try installation.installation.settings.masterKeyFile
    chmod(path, 0o644)
    let found = await findings(installation)
    #expect(found.count == 1 && found[0].contains("chmod 600 \(path)"))
  }

  @Test func aMissingMigrationIsNamed() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "migrations-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: TestInstallation.root.appending(path: "Migrations"), to: folder)
    let installation = try await TestInstallation.create(migrationsFolder: folder)
    let slug = TestInstallation.slug()
    #expect(try await installation.onboard(slug)?.state == .done)
    let head = "-- phase: expand\n-- transaction: yes\n-- lock-timeout: 2s\n"
    let next = String("000\(installation.migrations.tenant.latest + 1)".suffix(4))
    try Data(head.utf8).write(to: folder.appending(path: "tenant/\(next)_more.sql"))
    #expect(
      await findings(installation).contains { $0.contains("\(next)_more") && $0.contains("eorder migrate") })
  }

  @Test(arguments: [
    ("ALTER ROLE \"%\" CREATEDB", "too powerful"), ("ALTER ROLE \"%\" CONNECTION LIMIT 0", "lets nobody in"),
    ("GRANT USAGE ON SCHEMA \"%\" TO eorder_control", "eorder_control reaches"),
    ("CREATE SCHEMA public", "schema public"),
    ("ALTER TABLE \"%\".unit ADD COLUMN more text", "fingerprint"),
  ])
  func wrongRightsAreNamed(harm: String, words: String) async throws {
    let installation = try await TestInstallation.create()
    let slug = TestInstallation.slug()
    #expect(try await installation.onboard(slug)?.state == .done)
    try await installation.withSuperuser { superuser in
      try await superuser.execute(script: harm.replacing("%", with: "tenant_\(slug)"))
    }
    #expect(await findings(installation).contains { $0.contains(words) })
    // Roles are the whole cluster's, and other tests look at it too.
    try await installation.withSuperuser {
      try await $0.execute(script: "ALTER ROLE \"tenant_\(slug)\" NOCREATEDB")
    }
  }
}
