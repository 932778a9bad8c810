import Foundation
import Postgres
import Tenancy
import Testing

@testable import eorder

/// Onboarding ends in the same state however often it was interrupted.
@Suite(.serialized) struct OnboardingTests {
  private struct Killed: Error {}

  private func fingerprint(_ slug: String, _ installation: TestInstallation) async throws -> String {
    let connection = try await MigratorConnection(installation.superuser, logger: installation.logger)
    let fingerprint = try await SchemaFingerprint.of(slug, connection)
    await connection.close()
    return fingerprint
  }

  @Test func goesOnAfterItWasStoppedAtAnyStep() async throws {
    let installation = try await TestInstallation.create()
    let whole = TestInstallation.slug()
    #expect(try await installation.onboard(whole, steps: installation.steps)?.state == .done)
    let expected = try await fingerprint(whole, installation)
    for stop in 0..<installation.steps.count {
      let slug = TestInstallation.slug()
      let cut = Array(installation.steps.prefix(stop)) + [OperatorStep("stop") { _, _ in throw Killed() }]
      #expect(try await installation.onboard(slug, steps: cut)?.state == .failed)
      let resumed = try await installation.onboard(slug, steps: installation.steps)
      #expect(resumed?.state == .done, "stopped before step \(stop): \(resumed?.error ?? "")")
      #expect(resumed?.steps.map(\.state) == Array(repeating: .done, count: installation.steps.count))
      #expect(try await fingerprint(slug, installation) == expected)
    }
  }

  @Test func twiceIsTheSameAsOnce() async throws {
    let installation = try await TestInstallation.create()
    let slug = TestInstallation.slug()
    for _ in 0..<2 {
      #expect(try await installation.onboard(slug, steps: installation.steps)?.state == .done)
    }
    let connection = try await MigratorConnection(installation.superuser, logger: installation.logger)
    let rows = try await connection.query(
      "SELECT count(*) FROM control.tenant WHERE slug = \(slug) AND state = 'active'"
    ).scalar(Int.self)
    #expect(rows == 1)
    await connection.close()
  }

  /// The migrator's backend is killed again and again while it builds the schema.
  @Test func survivesLostConnections() async throws {
    let installation = try await TestInstallation.create()
    let slug = TestInstallation.slug()
    let killer = Task {
      let superuser = try await MigratorConnection(installation.superuser, logger: installation.logger)
      for _ in 0..<12 {
        try await Task.sleep(for: .milliseconds(40))
        _ = try await superuser.query(
          """
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE usename = 'eorder_migrator' AND datname = current_database()
          """)
      }
      await superuser.close()
    }
    var attempts = 0
    var state: OperationState?
    while state != .done && attempts < 60 {
      attempts += 1
      state = try? await installation.onboard(slug, steps: installation.steps)?.state
    }
    try await killer.value
    #expect(state == .done)
    let whole = TestInstallation.slug()
    _ = try await installation.onboard(whole, steps: installation.steps)
    let (built, expected) = (try await fingerprint(slug, installation), try await fingerprint(whole, installation))
    #expect(built == expected)
  }

  /// A wrong file leaves nothing behind that could be reached.
  @Test func aWrongFileIsRefusedWithItsLines() async throws {
    let installation = try await TestInstallation.create()
    let slug = TestInstallation.slug()
    let id = UUID.version7(at: Date())
    let connection = try await MigratorConnection(installation.migrator, logger: installation.logger)
    try await connection.transaction {
      $0.enqueue(
        Operations.insert(id, .onboard, tenant: slug, payload: Array("schema: 1\n".utf8), by: "test", at: Date()))
    }
    let steps = installation.steps
    try await Operator(installation.migrator, clock: ServiceClock(), logger: installation.logger) { _ in steps }
      .carryOut(id)
    let operation = try #require(try await Operations.read(id, connection))
    #expect(operation.state == .failed)
    #expect(operation.error?.contains("line ") == true)
    let tenants = try await connection.query("SELECT count(*) FROM tenant WHERE slug = \(slug)").scalar(Int.self)
    #expect(tenants == 0)
    await connection.close()
  }
}
