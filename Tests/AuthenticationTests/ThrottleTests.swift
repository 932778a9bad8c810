import Foundation
import Postgres
import Testing

@testable import Authentication

@Suite struct ThrottleTests {
  private static let email = "sari@dinas.example"
  private static let password = "rendang tahan lama"

  /// What a try comes to: `open`, `wrong`, or the seconds to wait.
  private func outcome(
    _ schema: TestSchema, _ password: String, address: String = "192.0.2.1", after seconds: TimeInterval = 0
  ) async throws -> String {
    do {
      _ = try await schema.signIn(Self.email, password, address: address, at: TestSchema.now + seconds)
      return "open"
    } catch SignIn.Refusal.badCredentials {
      return "wrong"
    } catch SignIn.Refusal.throttled(let wait) {
      return "\(wait)"
    }
  }

  @Test func `wrong tries make an account wait ever longer, a right one forgets them`() async throws {
    let schema = try await TestSchema.make()
    try await schema.account(Self.email, Self.password)
    for _ in 0..<10 { #expect(try await outcome(schema, "salah") == "wrong") }
    #expect(try await outcome(schema, Self.password) == "30")
    #expect(try await outcome(schema, Self.password, address: "198.51.100.1", after: 29) == "1")
    #expect(try await outcome(schema, "salah", after: 30) == "wrong")
    #expect(try await outcome(schema, "salah", after: 30) == "60")
    #expect(try await outcome(schema, Self.password, after: 90) == "open")
    for _ in 0..<10 { #expect(try await outcome(schema, "salah", after: 90) == "wrong") }
  }

  @Test func `an unknown account waits just as long`() async throws {
    let schema = try await TestSchema.make()
    for _ in 0..<10 { #expect(try await outcome(schema, "salah") == "wrong") }
    #expect(try await outcome(schema, "salah") == "30")
  }

  @Test func `tries at the same time count too`() async throws {
    let schema = try await TestSchema.make()
    try await schema.account(Self.email, Self.password)
    let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<24 {
        group.addTask { try await self.outcome(try await schema.second(), "salah") }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.count { $0 == "wrong" } == 10 && outcomes.count == 24)
  }

  @Test func `right tries at the same time are all let in`() async throws {
    let schema = try await TestSchema.make()
    try await schema.account(Self.email, Self.password)
    let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<8 {
        group.addTask { try await self.outcome(try await schema.second(), Self.password) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes == Array(repeating: "open", count: 8))
  }

  @Test func `right sign-ins do not count against an address`() async throws {
    let schema = try await TestSchema.make()
    try await schema.account(Self.email, Self.password)
    for _ in 0..<3 { _ = try await outcome(schema, Self.password) }
    let counted = try await schema.cell(Int.self, "SELECT sum(failures)::integer FROM sign_in_failure")
    #expect(counted == 0)
  }

  private func waits(_ throttle: Throttle, _ schema: TestSchema, after seconds: TimeInterval = 0) async throws
    -> Int?
  {
    do {
      try await throttle.admit(schema.lease, at: TestSchema.now + seconds)
      return nil
    } catch SignIn.Refusal.throttled(let wait) {
      return wait
    }
  }

  @Test func `beyond the allowance the subject waits, and after a while all is forgotten`() async throws {
    let schema = try await TestSchema.make()
    let throttle = Throttle("one", allowance: 3)
    for _ in 0..<3 { #expect(try await waits(throttle, schema) == nil) }
    #expect(try await waits(throttle, schema) == 30)
    #expect(try await waits(Throttle("other", allowance: 3), schema) == nil)
    #expect(try await waits(throttle, schema, after: 31) == nil)
    #expect(try await waits(throttle, schema, after: 31) == 60)
    for _ in 0..<2 { #expect(try await waits(throttle, schema, after: 16 * 60) == nil) }
  }

  @Test func `what is taken back does not count`() async throws {
    let schema = try await TestSchema.make()
    let throttle = Throttle("one", allowance: 3)
    for _ in 0..<5 {
      #expect(try await waits(throttle, schema) == nil)
      try await throttle.takeBack(schema.lease)
    }
    for _ in 0..<3 { #expect(try await waits(throttle, schema) == nil) }
    try await throttle.takeBack(schema.lease)
    #expect(try await waits(throttle, schema) == nil)
    #expect(try await waits(throttle, schema) == 30)
  }
}
