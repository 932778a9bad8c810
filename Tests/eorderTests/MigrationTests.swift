import Foundation
import Postgres
import Tenancy
import Testing

@testable import eorder

/// The fleet is migrated tenant by tenant: who fails is held back whole, and said so.
@Suite(.serialized) struct MigrationTests {
  /// The shipped migrations with one more for tenants.
  private func folder(adding sql: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "migrations-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: TestInstallation.root.appending(path: "Migrations"), to: folder)
    let latest = try MigrationSet(folder: folder.appending(path: "tenant")).latest
    let name = String("000\(latest + 1)".suffix(4)) + "_more.sql"
    let head = "-- phase: expand\n-- transaction: yes\n-- lock-timeout: 200ms\n"
    try Data((head + sql).utf8).write(to: folder.appending(path: "tenant/\(name)"))
    return folder
  }

  private func onboarded(_ count: Int) async throws -> (TestInstallation, [String]) {
    let installation = try await TestInstallation.create()
    let slugs = (0..<count).map { _ in TestInstallation.slug() }
    for slug in slugs { #expect(try await installation.onboard(slug)?.state == .done) }
    return (installation, slugs)
  }

  private func execute(_ script: String, _ slug: String, _ installation: TestInstallation) async throws {
    try await installation.withSuperuser { superuser in
      try await superuser.execute(script: "SET search_path = \(quotedName("tenant_\(slug)")); \(script)")
    }
  }

  @Test func aFailingTenantIsHeldBackAndNamed() async throws {
    let (installation, slugs) = try await onboarded(2)
    let before = installation.migrations.tenant.latest
    try await execute(
      "INSERT INTO unit (id, code, name, path, created_at) VALUES (gen_random_uuid(), 'x', 'no good', '{x}', now())",
      slugs[0], installation)
    let migrations = try Migrations(
      folder: try folder(adding: "ALTER TABLE unit ADD CONSTRAINT good CHECK (name <> 'no good');\n"))
    let fleet = FleetMigration(installation: installation.installation, migrations: migrations)
    let failures = try await fleet.tenants(only: nil, jobs: 2)
    #expect(failures.map(\.slug) == [slugs[0]])
    #expect(failures.first?.reason.contains("_more") == true, "the file is named")
    #expect(failures.first?.reason.contains("\"good\"") == true, "the server's words are told")
    let told = try await installation.withMigrator { connection in
      try await connection.query(
        """
        SELECT t.slug, t.schema_version, m.state, coalesce(m.error, '') FROM tenant t
        JOIN tenant_migration m ON m.tenant_id = t.id AND m.version = \(before + 1) ORDER BY t.slug
        """
      ).rows(as: (String, Int, String, String).self)
    }
    let held = try #require(told.first { $0.0 == slugs[0] })
    #expect((held.1, held.2) == (before, "failed") && held.3.contains("_more"))
    #expect(told.contains { $0.0 == slugs[1] && $0.1 == before + 1 && $0.2 == "done" })

    try await execute("DELETE FROM unit WHERE name = 'no good'", slugs[0], installation)
    #expect(try await fleet.tenants(only: nil, jobs: 2).isEmpty, "once the reason is gone it goes on")
    let fingerprints = [
      try await installation.fingerprint(slugs[0]), try await installation.fingerprint(slugs[1]),
    ]
    #expect(fingerprints[0] == fingerprints[1])
  }

  @Test func aLockThatIsTakenIsWaitedForAWhile() async throws {
    let (installation, slugs) = try await onboarded(1)
    let migrations = try Migrations(folder: try folder(adding: "ALTER TABLE unit ADD COLUMN more text;\n"))
    let holder = Task {
      try await installation.withSuperuser { superuser in
        try await superuser.execute(
          script: "BEGIN; LOCK TABLE \(quotedName("tenant_\(slugs[0])")).unit; SELECT pg_sleep(0.4); COMMIT")
      }
    }
    try await Task.sleep(for: .milliseconds(100))
    let fleet = FleetMigration(installation: installation.installation, migrations: migrations)
    #expect(try await fleet.tenants(only: slugs[0], jobs: 1).map(\.reason) == [])
    try await holder.value
  }

  @Test func twoAtOnceMigrateOnce() async throws {
    let (installation, slugs) = try await onboarded(1)
    let migrations = try Migrations(folder: try folder(adding: "CREATE TABLE more (id uuid PRIMARY KEY);\n"))
    let fleet = FleetMigration(installation: installation.installation, migrations: migrations)
    async let one = fleet.tenants(only: slugs[0], jobs: 1)
    async let two = fleet.tenants(only: slugs[0], jobs: 1)
    let failures = try await one + two
    #expect(failures.map(\.reason) == [])
  }

  @Test func aChangedFileRefusesToRun() async throws {
    let (installation, slugs) = try await onboarded(1)
    let changed = try folder(adding: "")
    let file = changed.appending(path: "tenant/0001_people.sql")
    try Data((try String(contentsOf: file, encoding: .utf8) + "-- more\n").utf8).write(to: file)
    let fleet = FleetMigration(
      installation: installation.installation, migrations: try Migrations(folder: changed))
    #expect(try await fleet.tenants(only: slugs[0], jobs: 1).first?.reason.contains("was changed") == true)
  }

  @Test func aSuspendedTenantIsMigratedBehindItsFence() async throws {
    let (installation, slugs) = try await onboarded(1)
    #expect(try await installation.run(.suspend, slugs[0])?.state == .done)
    let migrations = try Migrations(
      folder: try folder(adding: "CREATE TABLE more (id uuid PRIMARY KEY);\nGRANT SELECT ON more TO :role;\n")
    )
    let fleet = FleetMigration(installation: installation.installation, migrations: migrations)
    #expect(try await fleet.tenants(only: nil, jobs: 1).map(\.reason) == [])
    #expect(await !installation.letsIn(slugs[0]))
  }
}
