import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy
import Testing

@testable import Procurement

@Suite struct ResetTests {
  private func ask(
    _ province: TestProvince, _ email: String, from address: String = "192.0.2.1", _ write: Write = Write()
  ) async throws -> Answer {
    try await RequestPasswordReset(body: ["email": .string(email)])(
      at: province.now, key: province.tenant.linkKey, rulesVersion: province.visit.rulebook.version,
      from: address, write, province.lease)
  }

  /// The address of somebody who has an account.
  private func email(_ province: TestProvince) async throws -> String {
    let officer = try await province.official(.auditor)
    return try #require(
      try await province.column(String.self, "SELECT email FROM app_user WHERE id = \(officer.actor.userID)")
        .first)
  }

  @Test func `known and unknown are answered alike, and only the known get a link`() async throws {
    let province = try await TestProvince.make()
    let email = try await email(province)
    let (known, unknown) = (
      try await ask(province, email.uppercased()), try await ask(province, "tidak-ada@contoh.example")
    )
    #expect(known.status == 202 && known.body == unknown.body && unknown.status == 202)
    let life = try await province.column(
      Int.self, "SELECT extract(epoch FROM expires_at - created_at)::integer FROM invitation")
    #expect(life.count == 1 && life[0] <= 30 * 60)
    let told = try await province.column(String.self, "SELECT action FROM audit_entry ORDER BY action")
    #expect(told == ["user.create", "user.request-reset"])
  }

  @Test func `an account gets five links and no more, and is answered all the same`() async throws {
    let province = try await TestProvince.make()
    let email = try await email(province)
    for _ in 0..<8 { #expect(try await ask(province, email).status == 202) }
    #expect(try await province.column(Int.self, "SELECT count(*)::integer FROM invitation") == [5])
  }

  @Test func `the same key brings one letter, even to who asked too often since`() async throws {
    let province = try await TestProvince.make()
    let email = try await email(province)
    func write(_ body: UInt8) -> Write {
      Write(
        idempotency: IdempotentRequest(
          owner: "anonymous", route: "POST /api/v1/password-resets", key: "satu",
          bodyHash: Array(repeating: body, count: 32), now: province.now))
    }
    let first = try await ask(province, email, write(1))
    for _ in 0..<299 { try await Throttle.resets(from: "192.0.2.1").admit(province.lease, at: province.now) }
    await #expect(throws: SignIn.Refusal.self) { try await ask(province, email) }
    let again = try await ask(province, email, write(1))
    #expect(first.body == again.body && again.status == 202 && again.isReplay && !first.isReplay)
    #expect(try await province.column(Int.self, "SELECT count(*)::integer FROM invitation") == [1])
    await #expect(throws: Refusal.self) { try await ask(province, email, write(2)) }
    let kept = try await province.column(String.self, "SELECT convert_from(answer, 'UTF8') FROM idempotency")
    #expect(kept == ["{}"])
  }

  @Test func `an address that asks too often waits`() async throws {
    let province = try await TestProvince.make()
    for _ in 0..<300 { try await Throttle.resets(from: "192.0.2.1").admit(province.lease, at: province.now) }
    await #expect(throws: SignIn.Refusal.self) { try await ask(province, "a@b.example") }
    #expect(try await ask(province, "a@b.example", from: "192.0.2.2").status == 202)
  }

  @Test func `somebody who is not active gets no link`() async throws {
    let province = try await TestProvince.make()
    let officer = try await province.official(.auditor)
    try await province.lease.transaction { $0.enqueue("UPDATE app_user SET active = false") }
    _ = try await ask(province, "\(officer.actor.userID.lowercased)@dinas.example")
    #expect(try await province.column(UUID.self, "SELECT id FROM invitation").isEmpty)
  }
}
