import Authentication
import EOrderRules
import Foundation
import Mail
import Postgres
import StrictJSON
import Tenancy
import Testing

@testable import Procurement

@Suite struct OutboxTests {
  private func states(_ province: TestProvince) async throws -> [String] {
    try await province.column(String.self, "SELECT state FROM outbox_message ORDER BY created_at, id")
  }

  private func take(_ province: TestProvince, at now: Date) async throws -> WaitingLetter? {
    try await province.lease.transaction { try await Outbox.take(at: now, $0) }
  }

  private func note(
    _ delivery: Delivery, of letter: WaitingLetter, _ province: TestProvince, at now: Date
  ) async throws {
    try await province.lease.transaction { $0.enqueue(Outbox.note(delivery, of: letter, at: now)) }
  }

  private func tidy(_ province: TestProvince, at now: Date) async throws {
    try await province.lease.transaction { transaction in
      for statement in Outbox.tidy(at: now) { transaction.enqueue(statement) }
    }
  }

  @Test func `what is of no use any more is given up though no server was reached`() async throws {
    let province = try await TestProvince.make()
    _ = try await province.vendor()
    try await tidy(province, at: province.now + 3 * 86_400 - 1)
    #expect(try await states(province) == ["waiting"])
    try await tidy(province, at: province.now + 3 * 86_400)
    #expect(try await states(province) == ["given_up"])
    try await tidy(province, at: province.now + 40 * 86_400)
    #expect(try await states(province).isEmpty)
  }

  @Test func `what was written under a clock that was set back is due now`() async throws {
    let province = try await TestProvince.make()
    _ = try await province.vendor()
    let now = province.now - 9 * 86_400
    try await tidy(province, at: now)
    #expect(try await province.column(Date.self, Outbox.nextDue) == [now])
    // What waits its turn goes on waiting.
    let letter = try #require(try await take(province, at: now))
    try await note(.deferred("451 later"), of: letter, province, at: now)
    try await tidy(province, at: now + 1)
    #expect(try await province.column(Date.self, Outbox.nextDue) == [now + 15])
  }

  @Test func `a message is claimed by one, and tried again where that one is killed`() async throws {
    let province = try await TestProvince.make()
    _ = try await province.vendor()
    let taken = try #require(try await take(province, at: province.now))
    #expect(taken.kind == .emailProof && taken.attempts == 1 && taken.isWanted)
    #expect(try await take(province, at: province.now + 29) == nil)
    let again = try #require(try await take(province, at: province.now + 31))
    #expect(again.id == taken.id)
    try await note(.accepted, of: again, province, at: province.now)
    #expect(try await states(province) == ["sent"])
    #expect(try await take(province, at: province.now + 9_999) == nil)
  }

  @Test func `a message that nobody takes is tried ever more slowly, and given up when its link ends`()
    async throws
  {
    let province = try await TestProvince.make()
    _ = try await province.vendor()
    var (now, tries) = (province.now, 0)
    while let due = try await province.column(Date.self, Outbox.nextDue).first {
      #expect(due >= now)
      now = due
      let letter = try #require(try await take(province, at: now))
      tries = letter.attempts
      try await note(.deferred("451 later"), of: letter, province, at: now)
    }
    #expect(try await states(province) == ["given_up"] && (70...90).contains(tries))
    #expect(now <= province.now + 3 * 86_400 && now > province.now + 3 * 86_400 - 3_601)
    #expect(try await province.column(String.self, "SELECT refusal FROM outbox_message") == ["451 later"])
  }

  @Test func `what the server refuses for good is not tried again`() async throws {
    let province = try await TestProvince.make()
    _ = try await province.vendor()
    let letter = try #require(try await take(province, at: province.now))
    try await note(.refused("550 no\r\nsuch mailbox"), of: letter, province, at: province.now)
    #expect(try await states(province) == ["given_up"])
    #expect(
      try await province.column(String.self, "SELECT refusal FROM outbox_message") == ["550 no  such mailbox"]
    )
  }

  @Test func `the link of a message follows from the key, and works once`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.vendor()
    let letter = try #require(try await take(province, at: province.now))
    let (link, key) = (try #require(letter.link), try #require(province.tenant.linkKey))
    let secret = Secret(bytes: key.secret(of: link))
    let proved: SQL = "SELECT email_proved_at FROM app_user WHERE vendor_id = \(id)"
    #expect(try await province.column(Date.self, proved).isEmpty)
    _ = try await ProveEmail(secret)(province.visit, province.lease)
    #expect(try await province.column(Date.self, proved) == [province.now])
    await #expect(throws: Refusal.self) { try await ProveEmail(secret)(province.visit, province.lease) }
    // Another address in the registration has to be proved anew.
    _ = try await PatchVendor(id, body: ["email": "lain@toko.example"])(owner, Write(), province.lease)
    #expect(try await province.column(Date.self, proved).isEmpty)
  }

  @Test
  func `notices that were not read are gathered into one message, and those of unproved addresses never`()
    async throws
  {
    let province = try await TestProvince.make()
    let official = try await province.official(.auditor)
    let (vendor, owner) = try await province.vendor()
    let user = official.actor.userID
    try await province.lease.transaction { transaction in
      for number in 1...3 {
        let notice = Notice(
          .vendorSubmitted, about: .vendor(vendor), once: "\(number)", at: province.now)
        transaction.enqueue(notice.insertion(to: .user(user)))
        transaction.enqueue(notice.insertion(to: .user(owner.actor.userID)))
      }
    }
    let read = try #require(
      try await province.column(
        UUID.self, "SELECT id FROM notice WHERE user_id = \(user) ORDER BY id LIMIT 1"
      ).first)
    try await province.lease.transaction {
      $0.enqueue("UPDATE notice SET read_at = \(province.now) WHERE user_id = \(user) AND id = \(read)")
    }
    let early = try await DueNotices(province.tenant, at: province.now).run(province.lease)
    #expect(early.gather == province.now + DueNotices.patience)
    let late = province.now + DueNotices.patience
    #expect(try await DueNotices(province.tenant, at: late).run(province.lease).gather == nil)
    let gathered = try await province.column(
      JSONB.self, "SELECT detail FROM outbox_message WHERE kind = 'notices'")
    #expect(gathered.count == 1)
    #expect(try JSONValue(parsing: gathered[0].text)["notices"]?.elements?.count == 2)
  }

  @Test(arguments: [(1, 15.0), (2, 30), (5, 240), (9, 3600), (60, 3600)])
  func `pauses double up to an hour`(_ attempts: Int, _ seconds: TimeInterval) {
    #expect(Outbox.pause(after: attempts) == seconds)
  }
}
