import Crypto
import Foundation
import Postgres
import Testing

@testable import Authentication

@Suite struct SessionTests {
  private static let password = "rendang tahan lama"

  private func isOpen(_ token: Secret, _ schema: TestSchema, at now: Date) async throws -> Bool {
    let result = try await schema.lease.query(Sessions.tenantActor(token, at: now))
    return try Sessions.actor(result, at: now) != nil
  }

  @Test func `the database keeps only the hash of a token`() async throws {
    let schema = try await TestSchema.make()
    try await schema.account("sari@dinas.example", Self.password)
    let token = try await schema.signIn("sari@dinas.example", Self.password).token
    #expect(token.text.utf8.count == 43)
    let row = try #require(
      try await schema.lease.query("SELECT token_hash, row_to_json(session)::text FROM session")
        .first(as: (Bytes, String).self))
    #expect(row.0.bytes == Array(SHA256.hash(data: Array(token.text.utf8))) && !row.1.contains(token.text))
    let entry = try await schema.cell(String.self, "SELECT convert_from(leaf, 'UTF8') FROM audit_entry")
    #expect(entry?.contains(token.text) == false)
  }

  @Test func `tokens differ`() {
    #expect(Set((0..<10_000).map { _ in Secret().text }).count == 10_000)
  }

  @Test func `a session ends twenty minutes after the last request`() async throws {
    let schema = try await TestSchema.make()
    try await schema.account("sari@dinas.example", Self.password)
    let session = try await schema.signIn("sari@dinas.example", Self.password)
    #expect(try await isOpen(session.token, schema, at: TestSchema.now + 20 * 60 - 1))
    #expect(try await !isOpen(session.token, schema, at: TestSchema.now + 20 * 60))
  }

  @Test func `a session ends eight hours after sign-in whatever is done`() async throws {
    let schema = try await TestSchema.make()
    try await schema.account("sari@dinas.example", Self.password)
    let session = try await schema.signIn("sari@dinas.example", Self.password)
    let end = TestSchema.now + 8 * 3600
    #expect(session.expiresAt == end)
    try await schema.lease.transaction { $0.enqueue(Sessions.touch(session.actor.sessionID, at: end - 60)) }
    #expect(try await isOpen(session.token, schema, at: end - 1))
    #expect(try await !isOpen(session.token, schema, at: end))
  }

  @Test func `another token opens nothing`() async throws {
    let schema = try await TestSchema.make()
    try await schema.account("sari@dinas.example", Self.password)
    _ = try await schema.signIn("sari@dinas.example", Self.password)
    #expect(try await !isOpen(Secret(), schema, at: TestSchema.now))
  }

  @Test func `a closed session is in the log, once`() async throws {
    let schema = try await TestSchema.make()
    try await schema.account("sari@dinas.example", Self.password)
    let session = try await schema.signIn("sari@dinas.example", Self.password)
    for _ in 0..<2 { try await Sessions.close(session.actor, at: TestSchema.now, schema.lease) }
    #expect(try await !isOpen(session.token, schema, at: TestSchema.now))
    let told = try await schema.lease.query(
      "SELECT action FROM audit_entry WHERE subject_id = \(session.actor.sessionID.lowercased) ORDER BY action DESC"
    ).column(String.self)
    #expect(told == ["session.open", "session.close"])
  }

  @Test func `an account that is not active signs in no more`() async throws {
    let schema = try await TestSchema.make()
    let user = try await schema.account("sari@dinas.example", Self.password)
    let session = try await schema.signIn("sari@dinas.example", Self.password)
    try await schema.lease.transaction { $0.enqueue("UPDATE app_user SET active = false WHERE id = \(user)") }
    #expect(try await !isOpen(session.token, schema, at: TestSchema.now))
    await #expect(throws: SignIn.Refusal.self) {
      try await schema.signIn("sari@dinas.example", Self.password)
    }
  }
}

@Suite struct InvitationTests {
  private func user(_ secret: Secret, _ schema: TestSchema, at now: Date) async throws -> UUID? {
    try await schema.lease.transaction { transaction in
      let found = try await transaction.query(Invitations.find(secret, at: now))
      guard let (link, _, _, _) = try found.first(as: (UUID, UUID, String, String).self) else { return nil }
      return link
    }
  }

  @Test func `a link works once`() async throws {
    let schema = try await TestSchema.make()
    let account = try await schema.account("baru@dinas.example", nil)
    let secret = Secret()
    try await schema.lease.transaction {
      $0.enqueue(
        Invitations.insert(
          secret, id: UUID(), user: account, at: TestSchema.now, life: Invitations.ordinaryLife))
    }
    let link = try #require(try await user(secret, schema, at: TestSchema.now))
    #expect(try await user(Secret(), schema, at: TestSchema.now) == nil)
    try await schema.lease.transaction { $0.enqueue(Invitations.use(link, at: TestSchema.now)) }
    #expect(try await user(secret, schema, at: TestSchema.now) == nil)
  }

  @Test(arguments: [Invitations.resetLife, Invitations.powerfulLife, Invitations.ordinaryLife])
  func `a link grows old`(life: TimeInterval) async throws {
    let schema = try await TestSchema.make()
    let account = try await schema.account("baru@dinas.example", nil)
    let secret = Secret()
    try await schema.lease.transaction {
      $0.enqueue(Invitations.insert(secret, id: UUID(), user: account, at: TestSchema.now, life: life))
    }
    #expect(try await user(secret, schema, at: TestSchema.now + life - 1) != nil)
    #expect(try await user(secret, schema, at: TestSchema.now + life) == nil)
  }

  @Test func `a reset lives half an hour at most`() { #expect(Invitations.resetLife <= 30 * 60) }

  @Test func `a new password ends every session`() async throws {
    let schema = try await TestSchema.make()
    let user = try await schema.account("sari@dinas.example", "rendang tahan lama")
    _ = try await schema.signIn("sari@dinas.example", "rendang tahan lama")
    let hash = try await PasswordHasher.forTests.hash("gulai tahan lama juga")
    try await schema.lease.transaction { transaction in
      for statement in Invitations.setPassword(hash, user: user) { transaction.enqueue(statement) }
    }
    #expect(try await schema.cell(Int.self, "SELECT count(*)::integer FROM session") == 0)
    _ = try await schema.signIn("sari@dinas.example", "gulai tahan lama juga")
  }
}
