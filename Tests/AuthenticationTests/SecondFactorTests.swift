import AuditLog
import Foundation
import Postgres
import StrictJSON
import Testing

@testable import Authentication

@Suite struct SecondFactorTests {
  private static let (email, password) = ("sari@dinas.example", "rendang tahan lama")

  /// A schema with one person, who has a second factor.
  private func made() async throws -> (TestSchema, UUID, OneTimeSeed, [String]) {
    let schema = try await TestSchema.make()
    let user = try await schema.account(Self.email, Self.password)
    let seed = OneTimeSeed()
    let entry = AuditEntry(
      at: TestSchema.now, actor: user.lowercased, role: "none", action: "user.set-up-second-factor",
      subjectType: "user", subjectID: user.lowercased, detail: [:])
    let codes = try await schema.lease.transaction {
      try SecondFactor.forTests.settle(seed, of: user, after: 0, entry: entry, $0)
    }
    return (schema, user, seed, codes)
  }

  private func signIn(_ schema: TestSchema, otp: String?, password: String = password) async throws
    -> SignIn.Session
  {
    try await SignIn(hasher: .forTests, realm: .tenant, factor: .forTests)(
      SignIn.Attempt(email: Self.email, password: password, otp: otp, address: "192.0.2.1", userAgent: nil),
      schema.lease, at: TestSchema.now)
  }

  private func refusal(_ schema: TestSchema, otp: String?) async -> String {
    do {
      _ = try await signIn(schema, otp: otp)
      return "none"
    } catch {
      return "\(error)"
    }
  }

  /// A code of now, far enough from the end of its step.
  private func code(_ seed: OneTimeSeed, _ shift: Int64 = 0) -> String {
    seed.code(step: OneTimeSeed.step(at: Date()) + shift)
  }

  @Test func `a code is taken once, and none before it`() async throws {
    let (schema, _, seed, _) = try await made()
    #expect(await refusal(schema, otp: nil) == "codeNeeded")
    #expect(await refusal(schema, otp: " ") == "codeNeeded")
    #expect(await refusal(schema, otp: "12345") == "wrongCode")
    let code = code(seed)
    let session = try await signIn(schema, otp: String(code.prefix(3)) + " " + code.suffix(3))
    #expect(session.actor.hasSecondFactor && session.actor.isFreshlyProved)
    #expect(await refusal(schema, otp: code) == "wrongCode")
    #expect(await refusal(schema, otp: self.code(seed, -1)) == "wrongCode")
  }

  @Test func `a wrong password tells nothing of the code`() async throws {
    let (schema, _, seed, _) = try await made()
    await #expect(throws: SignIn.Refusal.badCredentials) {
      try await signIn(schema, otp: nil, password: "bukan kata sandinya")
    }
    await #expect(throws: SignIn.Refusal.badCredentials) {
      try await signIn(schema, otp: code(seed), password: "bukan kata sandinya")
    }
    _ = try await signIn(schema, otp: code(seed))
  }

  @Test func `of two who send a code at the same moment one gets in`() async throws {
    let (schema, _, seed, _) = try await made()
    let code = code(seed)
    let got = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<6 {
        let other = try await schema.second()
        group.addTask { await self.refusal(other, otp: code) == "none" }
      }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(got == 1)
    #expect(try await schema.cell(Int.self, "SELECT count(*)::integer FROM session") == 1)
  }

  @Test func `a recovery code lets in once, and is told`() async throws {
    let (schema, user, _, codes) = try await made()
    #expect(codes.count == 10)
    _ = try await signIn(schema, otp: codes[3].lowercased())
    #expect(await refusal(schema, otp: codes[3]) == "wrongCode")
    _ = try await signIn(schema, otp: codes[4])
    let left = try await schema.cell(
      Int.self, "SELECT count(*)::integer FROM recovery_code WHERE user_id = \(user) AND used_at IS NULL")
    #expect(left == 8)
    let told = try await schema.lease.query(
      """
      SELECT convert_from(leaf, 'UTF8')::jsonb -> 'detail' ->> 'left' FROM audit_entry
      WHERE action = 'user.use-recovery-code' ORDER BY 1 DESC
      """
    ).column(String.self)
    #expect(told == ["9", "8"])
  }

  @Test func `neither seed nor recovery codes lie in the database`() async throws {
    let (schema, _, seed, codes) = try await made()
    let rows = try await schema.lease.query(
      "SELECT f::text FROM second_factor f UNION ALL SELECT c::text FROM recovery_code c"
    ).column(String.self).joined()
    let hex = seed.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(!rows.contains(seed.text) && !rows.contains(hex) && !rows.isEmpty)
    for code in codes { #expect(!rows.contains(code)) }
  }

  @Test func `wrong codes are slowed down as wrong passwords are`() async throws {
    let (schema, _, seed, _) = try await made()
    for _ in 0..<10 { #expect(await refusal(schema, otp: "000000x") == "wrongCode") }
    #expect(await refusal(schema, otp: code(seed)).hasPrefix("throttled"))
  }

  @Test func `a ticket stands for the password, a short while`() async throws {
    let (schema, user, seed, _) = try await made()
    let way = SignIn(hasher: .forTests, realm: .tenant, factor: .forTests)
    let attempt = SignIn.Attempt(
      email: Self.email, password: Self.password, address: "192.0.2.1", userAgent: nil)
    let verified = try await way.verify(try await way.count(attempt, schema.lease, at: TestSchema.now))
    let ticket = way.ticket(of: verified, at: TestSchema.now)
    func resume(_ text: String, after seconds: TimeInterval = 0) async throws -> SignIn.Verified {
      try await way.resume(
        SignInTicket(presented: text), otp: code(seed), address: "192.0.2.1", userAgent: nil, schema.lease,
        at: TestSchema.now + seconds)
    }
    for text in [
      "", "x", "\(ticket.text)x", "\(UUID().lowercased).9999999999.xyz", String(ticket.text.dropLast()),
    ] {
      await #expect(throws: SignIn.Refusal.badCredentials) { try await resume(text) }
    }
    await #expect(throws: SignIn.Refusal.badCredentials) { try await resume(ticket.text, after: 301) }
    let session = try await way.open(
      try await resume(ticket.text, after: 299), schema.lease, at: TestSchema.now)
    #expect(session.actor.userID == user)
    let hash = try await PasswordHasher.forTests.hash("gulai tahan lama juga")
    try await schema.lease.transaction {
      $0.enqueue("UPDATE app_user SET password_hash = \(hash) WHERE id = \(user)")
    }
    await #expect(throws: SignIn.Refusal.badCredentials) { try await resume(ticket.text) }
  }

  @Test func `a proof is fresh for a quarter of an hour by the machine's clock`() async throws {
    let (schema, _, seed, _) = try await made()
    let session = try await signIn(schema, otp: code(seed))
    func actor() async throws -> Actor? {
      // The service's clock may be days ahead.
      try Sessions.actor(
        try await schema.lease.query(Sessions.tenantActor(session.token, at: TestSchema.now)),
        at: TestSchema.now)?.actor
    }
    #expect(try await actor()?.isFreshlyProved == true)
    for (age, isFresh) in [(14 * 60, true), (16 * 60, false)] {
      try await schema.lease.transaction {
        $0.enqueue("UPDATE session SET proved_at = \(Date() - TimeInterval(age))")
      }
      #expect(try await actor()?.isFreshlyProved == isFresh)
    }
    let token = Secret()
    try await schema.lease.transaction {
      $0.enqueue(Sessions.renew(session.actor.sessionID, token: token, machine: Date()))
    }
    #expect(try await actor() == nil)
    let renewed = try Sessions.actor(
      try await schema.lease.query(Sessions.tenantActor(token, at: TestSchema.now)), at: TestSchema.now)
    #expect(renewed?.actor.isFreshlyProved == true && renewed?.actor.sessionID == session.actor.sessionID)
  }
}
