import Foundation
import Postgres
import Tenancy
import Testing

@testable import eorder

/// Suspension is a fence in the database, and nothing but resuming takes it down.
@Suite(.serialized) struct LifecycleTests {
  private func limit(_ slug: String, _ installation: TestInstallation) async throws -> Int? {
    try await installation.withMigrator { connection in
      try await connection.query("SELECT rolconnlimit FROM pg_roles WHERE rolname = \("tenant_\(slug)")")
        .scalar(Int.self)
    }
  }

  @Test func theFenceEndsSessionsAndLetsNobodyIn() async throws {
    let installation = try await TestInstallation.create()
    let slug = TestInstallation.slug()
    #expect(try await installation.onboard(slug)?.state == .done)
    let fingerprint = try await installation.fingerprint(slug)
    let open = try await MigratorConnection(installation.login(slug), logger: installation.logger)
    try await open.execute(script: "BEGIN; UPDATE unit SET name = 'half'")
    #expect(try await installation.run(.suspend, slug)?.state == .done)
    await #expect(throws: PostgresError.self) { try await open.execute(script: "COMMIT") }
    #expect(await !installation.letsIn(slug))
    #expect(try await limit(slug, installation) == 0)
    let changed = try await installation.withSuperuser { superuser in
      try await superuser.execute(script: "SET search_path = \(quotedName("tenant_\(slug)"))")
      return try await superuser.query("SELECT count(*) FROM unit WHERE name = 'half'").scalar(Int.self)
    }
    #expect(changed == 0, "a transaction in flight is whole or not at all")
    #expect(await refusedAsTheRole("UPDATE unit SET name = 'x'", slug, installation))
    #expect(
      try await installation.fingerprint(slug) == fingerprint, "rights of the schema are those of its version"
    )

    #expect(try await installation.run(.resume, slug)?.state == .done)
    #expect(await installation.letsIn(slug))
    #expect(await !refusedAsTheRole("UPDATE unit SET name = name", slug, installation))
    #expect(try await installation.fingerprint(slug) == fingerprint)
  }

  /// Also past the door: with the role's rights on another connection.
  private func refusedAsTheRole(_ statement: String, _ slug: String, _ installation: TestInstallation) async
    -> Bool
  {
    let schema = quotedName("tenant_\(slug)")
    do {
      try await installation.withSuperuser { superuser in
        try await superuser.execute(
          script: "SET SESSION AUTHORIZATION \(schema); SET search_path = \(schema); \(statement)")
      }
      return false
    } catch {
      return true
    }
  }

  @Test func aNewFileDoesNotTakeTheFenceDown() async throws {
    let installation = try await TestInstallation.create()
    let slug = TestInstallation.slug()
    #expect(try await installation.onboard(slug)?.state == .done)
    #expect(try await installation.run(.suspend, slug)?.state == .done)
    let again = try await installation.onboard(slug, more: "# once more\n")
    #expect(again?.state == .done, "\(again?.error ?? "")")
    #expect(try await installation.state(slug) == "suspended")
    #expect(try await limit(slug, installation) == 0)
    #expect(await !installation.letsIn(slug))
    #expect(try await installation.run(.resume, slug)?.state == .done)
    #expect(await installation.letsIn(slug))
  }

  /// An onboarding that never ends keeps nobody from suspending, not even the same tenant.
  @Test func suspensionWaitsForNoOtherOperation() async throws {
    let installation = try await TestInstallation.create()
    let slug = TestInstallation.slug()
    #expect(try await installation.onboard(slug)?.state == .done)
    let own = try OperatorSteps(installation.installation, tenants: installation.tenants)
    let endless = OperatorStep("endless") { _, _ in
      try await Task.sleep(for: .seconds(3600))
      return nil
    }
    let carrier = Operator(installation.migrator, clock: ServiceClock(), logger: installation.logger) {
      $0 == .onboard ? [endless] : own.of($0)
    }
    let both = Task {
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await carrier.run(OperationKind.patient) }
        group.addTask { await carrier.run(OperationKind.urgent) }
      }
    }
    let stuck = try await installation.ask(.onboard, slug)
    while try await installation.operation(stuck)?.state != .running {
      try await Task.sleep(for: .milliseconds(20))
    }
    let began = ContinuousClock.now
    let suspension = try await installation.ask(.suspend, slug)
    while try await installation.operation(suspension)?.state != .done {
      try #require(ContinuousClock.now - began < .seconds(60))
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(ContinuousClock.now - began < .seconds(1))
    both.cancel()
    await both.value
  }

  @Test func onlyWhatHasJoinedCanBeSuspended() async throws {
    let installation = try await TestInstallation.create()
    let operation = try await installation.run(.suspend, TestInstallation.slug())
    #expect(operation?.state == .failed)
    #expect(operation?.error?.contains("state") == true)
  }

  @Test func theClockMovesOnceForOneOperation() async throws {
    let installation = try await TestInstallation.create()
    try await installation.withMigrator { connection in
      try await connection.transaction { $0.enqueue("UPDATE clock SET adjustable = true") }
    }
    let id = UUID.version7(at: Date())
    for _ in 0..<2 {
      try await installation.withMigrator { connection in
        let request = OperationRequest(
          .advanceClock, tenant: nil, payload: Array(#"{"advanceSeconds":60}"#.utf8), steps: ["clock"])
        let asked = try await connection.transaction { transaction in
          try await request.ask(transaction, id: id, by: "test", at: Date()).operation.id
        }
        #expect(asked == id)
      }
      #expect(try await installation.carryOut(id)?.state == .done)
    }
    let offset = try await installation.withMigrator { connection in
      try await connection.query("SELECT offset_microseconds FROM clock").scalar(Int64.self)
    }
    #expect(offset == 60_000_000)
  }
}
