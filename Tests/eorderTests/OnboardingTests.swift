import Authentication
import Foundation
import Postgres
import StrictJSON
import Tenancy
import Testing

@testable import eorder

/// Onboarding ends in the same state however often it was interrupted.
@Suite(.serialized) struct OnboardingTests {
  /// What is left of a process that was killed: the operation runs, and nobody carries it out any more.
  private static let killed = OperatorStep("killed") { _, _ in throw PostgresError(.connectionLost) }

  @Test func goesOnAfterItWasKilledAfterAnyStep() async throws {
    let installation = try await TestInstallation.create()
    let whole = TestInstallation.slug()
    #expect(try await installation.onboard(whole)?.state == .done)
    let expected = try await installation.fingerprint(whole)
    let count = try installation.steps([]).count
    for stop in 0...count {
      let slug = TestInstallation.slug()
      let payload = try TestInstallation.file(slug)
      let steps = try installation.steps(payload)
      let id = try await installation.ask(.onboard, slug, payload: payload)
      let cut = Array(steps.prefix(stop)) + [Self.killed]
      await #expect(throws: PostgresError.self) { try await installation.carryOut(id, steps: cut) }
      #expect(try await installation.operation(id)?.state == .running)
      let began = ContinuousClock.now
      let resumed = try await installation.carryOut(id, steps: steps)
      #expect(ContinuousClock.now - began < .seconds(60), "no lease of a dead process is waited for")
      #expect(resumed?.state == .done, "killed after step \(stop): \(resumed?.error ?? "")")
      #expect(resumed?.steps.prefix(count).map(\.state) == Array(repeating: .done, count: count))
      #expect(try await installation.fingerprint(slug) == expected)
      #expect(try await installation.state(slug) == "active")
      try await expectInvitationAndUnits(resumed, slug, installation)
    }
  }

  /// The link of the first administrator is told at the end, whenever it was made.
  private func expectInvitationAndUnits(
    _ operation: Tenancy.Operation?, _ slug: String, _ installation: TestInstallation
  ) async throws {
    let result = try JSONValue(parsing: operation?.result ?? [])
    let token = try #require(result["invitation"]?["url"]?.text?.split(separator: "/").last)
    let hash = Authentication.Secret(presented: String(token)).hash
    let tenant = try await MigratorConnection(installation.login(slug), logger: installation.logger)
    let open = try await tenant.query(
      "SELECT count(*) FROM invitation WHERE token_hash = \(hash) AND used_at IS NULL"
    )
    .scalar(Int.self)
    #expect(open == 1)
    #expect(try await tenant.query("SELECT count(*) FROM unit").scalar(Int.self) ?? 0 > 0)
    #expect(try await tenant.query("SELECT count(*) FROM package").scalar(Int.self) ?? 0 > 0)
    await tenant.close()
  }

  @Test func whoeverCarriesItOutKeepsItAndOthersWait() async throws {
    let installation = try await TestInstallation.create()
    let slug = TestInstallation.slug()
    let id = try await installation.ask(.onboard, slug, payload: try TestInstallation.file(slug))
    let (entered, enter) = AsyncStream<Void>.makeStream()
    let (leaving, leave) = AsyncStream<Void>.makeStream()
    let long = OperatorStep("long") { _, _ in
      enter.finish()
      for await _ in leaving {}
      return nil
    }
    async let first = installation.carryOut(id, steps: [long])
    for await _ in entered {}
    let other = Task { try await installation.carryOut(id, steps: [OperatorStep("other") { _, _ in nil }]) }
    try await Task.sleep(for: .milliseconds(500))
    #expect(try await installation.operation(id)?.steps.map(\.name) == ["long"])
    leave.finish()
    #expect(try await first?.state == .done)
    #expect(try await other.value?.steps.map(\.name) == ["long"])
  }

  @Test func twiceIsTheSameAsOnce() async throws {
    let installation = try await TestInstallation.create()
    let slug = TestInstallation.slug()
    for _ in 0..<2 { #expect(try await installation.onboard(slug)?.state == .done) }
    #expect(try await installation.state(slug) == "active")
    let versions = try await installation.withMigrator { connection in
      try await connection.query("SELECT count(*) FROM tenant_version").scalar(Int.self)
    }
    #expect(versions == 1)
  }

  @Test func theSameAskedForAtOnceIsOneOperationAndAnotherFileWaits() async throws {
    let installation = try await TestInstallation.create()
    let slug = TestInstallation.slug()
    let file = try TestInstallation.file(slug)
    let same = try await withThrowingTaskGroup(of: UUID.self) { group in
      for _ in 0..<4 { group.addTask { try await installation.ask(.onboard, slug, payload: file) } }
      return try await group.reduce(into: Set<UUID>()) { $0.insert($1) }
    }
    #expect(same.count == 1)
    let other = try await installation.ask(
      .onboard, slug, payload: try TestInstallation.file(slug, more: "# the same in other words\n"))
    let first = try #require(same.first)
    #expect(other != first)
    let steps = try installation.steps(file)
    async let one = installation.carryOut(other, steps: steps)
    async let two = installation.carryOut(first, steps: steps)
    let states = [try await one?.state, try await two?.state]
    #expect(states == [.done, .done])
    #expect(try await installation.state(slug) == "active")
  }

  /// The migrator's backend is killed again and again while it builds the schema.
  @Test func survivesLostConnections() async throws {
    let installation = try await TestInstallation.create()
    let slug = TestInstallation.slug()
    let killer = Task {
      try await installation.withSuperuser { superuser in
        for _ in 0..<12 {
          try await Task.sleep(for: .milliseconds(40))
          _ = try await superuser.query(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE usename = 'eorder_migrator' AND datname = current_database()
            """)
        }
      }
    }
    var attempts = 0
    var state: OperationState?
    while state != .done && attempts < 60 {
      attempts += 1
      state = try? await installation.onboard(slug)?.state
    }
    try await killer.value
    #expect(state == .done)
    let whole = TestInstallation.slug()
    #expect(try await installation.onboard(whole)?.state == .done)
    let (built, expected) = (
      try await installation.fingerprint(slug), try await installation.fingerprint(whole)
    )
    #expect(built == expected)
  }

  /// A wrong file leaves nothing behind that could be reached.
  @Test func aWrongFileIsRefusedWithItsLines() async throws {
    let installation = try await TestInstallation.create()
    let slug = TestInstallation.slug()
    let id = try await installation.ask(.onboard, slug, payload: Array("schema: 1\n".utf8))
    let operation = try #require(try await installation.carryOut(id))
    #expect(operation.state == .failed)
    #expect(operation.error?.contains("line ") == true)
    #expect(try await installation.state(slug) == nil)
  }

  /// What was fixed stays, a change begins today or later, and the same in another form is no change.
  @Test func aChangeOfRulesIsHeldToItsDay() async throws {
    let installation = try await TestInstallation.create()
    let slug = TestInstallation.slug()
    #expect(try await installation.onboard(slug)?.state == .done)
    #expect(try await installation.onboard(slug, more: "# no change\n")?.state == .done)
    func change(_ pattern: Regex<Substring>, _ text: String) async throws -> Tenancy.Operation? {
      let file = String(decoding: try TestInstallation.file(slug), as: UTF8.self)
        .replacing(pattern, with: text, maxReplacements: 1)
      let id = try await installation.ask(.onboard, slug, payload: Array(file.utf8))
      return try await installation.carryOut(id)
    }
    #expect(
      try await change(/version: "[^"]*"/, "version: \"2025.9\"")?.error?.contains("in the past") == true)
    #expect(try await change(/code: "\d+"/, "code: \"94\"")?.error?.contains("fixed") == true)
    #expect(try await change(/effective_from: \S+/, "effective_from: 2100-01-01")?.state == .done)
    #expect(try await installation.state(slug) == "active")
  }
}
