import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Testing

@testable import Procurement
@testable import Tenancy

@Suite struct VendorLookTests {
  private static let day: TimeInterval = 86_400

  private func look(_ province: TestProvince, _ days: Double) async throws {
    _ = try await DueVendorTimers(province.tenant, at: province.now + days * Self.day).run(province.lease)
  }

  private func state(_ province: TestProvince, _ id: UUID) async throws -> String? {
    let rows = try await province.column(String.self, "SELECT state FROM vendor WHERE id = \(id)")
    return rows.first
  }

  private func told(_ province: TestProvince, _ kind: NoticeKind) async throws -> Int {
    let rows = try await province.column(
      Int64.self, "SELECT count(*) FROM notice WHERE kind = \(kind.rawValue)")
    return Int(rows.first ?? 0)
  }

  @Test func `a paper is reminded of three times and ends the right to sell`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.verifiedVendor()
    let verifier = try await province.official(.verifier)
    let attach = AttachVendorDocument(
      vendor: id, fields: ["kind": "nib", "validUntil": "2027-04-20"], file: try .example(province.now))
    let soon = Caller(tenant: province.tenant, actor: owner.actor, now: province.now + 1)
    let paper = try #require(try await attach(soon, Write(), province.lease).json["id"]?.uuid)
    #expect(try await told(province, .paperRenewed) > 0)
    _ = try await AcceptVendorDocument(vendor: id, document: paper)(verifier, Write(), province.lease)
    // 2027-04-20 is fifty days ahead.
    for (day, reminders) in [(0, 0), (19, 0), (20, 1), (21, 1), (43, 2), (44, 2), (49, 3), (50, 3)] {
      try await look(province, Double(day))
      #expect(try await told(province, .paperEnding) == reminders, "day \(day)")
    }
    #expect(try await state(province, id) == "verified")
    for _ in 0..<2 { try await look(province, 51) }
    #expect(try await state(province, id) == "suspended")
    #expect(
      try await province.column(String.self, "SELECT transition FROM vendor_event WHERE user_id IS NULL") == [
        "suspend"
      ])
    try await province.verifyAudit()
  }

  @Test func `a ban that begins later begins by itself, and its end is told`() async throws {
    let province = try await TestProvince.make()
    let (id, _) = try await province.verifiedVendor()
    let nib = try #require(try await province.column(String.self, "SELECT nib FROM vendor").first)
    try await province.load(
      .blacklist,
      "decree,name,npwp,nib,from,until,act\nSK-9,CV Uji,,\(nib),2027-03-11,2027-04-10,Curang\n")
    for (day, expected) in [(0, "verified"), (9, "verified"), (10, "blacklisted"), (39, "blacklisted")] {
      try await look(province, Double(day))
      #expect(try await state(province, id) == expected, "day \(day)")
      #expect(try await told(province, .sanctionEnded) == 0)
    }
    try await look(province, 40)
    #expect(try await state(province, id) == "blacklisted")
    #expect(try await told(province, .sanctionEnded) > 0)
    let verifier = try await province.official(.verifier)
    let later = Caller(tenant: province.tenant, actor: verifier.actor, now: province.now + 40 * Self.day)
    let back = try await TransitionVendor(id, .reinstate, body: [:])(later, Write(), province.lease).json
    #expect(back["state"] == "verified")
    #expect(!"\(back["warnings"] ?? .null)".contains("blacklisted"))
    try await province.verifyAudit()
  }

  @Test func `a longer decree keeps a vendor longer`() async throws {
    let province = try await TestProvince.make()
    let (id, _) = try await province.verifiedVendor()
    let nib = try #require(try await province.column(String.self, "SELECT nib FROM vendor").first)
    func load(_ until: String) async throws -> ImportCounts {
      try await province.load(
        .blacklist, "decree,name,nib,from,until,act\nSK-9,CV Uji,\(nib),2027-01-11,\(until),Curang\n"
      ).counts
    }
    #expect(try await load("2027-05-10") == ImportCounts(imported: 1))
    #expect(try await load("2028-05-10") == ImportCounts(updated: 1))
    let until = try await province.column(Day.self, "SELECT until FROM vendor WHERE id = \(id)")
    #expect(until.map(\.description) == ["2028-05-10"])
    #expect(try await province.column(String.self, "SELECT kind FROM vendor_sanction").count == 2)
    try await province.verifyAudit()
  }
}
