import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy
import Testing

@testable import Procurement

@Suite struct OfficeTests {
  /// The body of an appointment.
  private func body(_ person: Caller, _ unit: UUID?, _ changes: JSONValue = [:]) -> JSONValue {
    let whole: JSONValue = [
      "userId": JSONValue(person.actor.userID), "role": "commitment_officer", "unitId": JSONValue(unit),
      "from": "2027-03-02", "until": "2027-03-03", "decree": ["number": "800/1/2027", "date": "2027-02-20"],
      "kind": "acting_plt",
    ]
    return whole.merging(changes)
  }

  /// The offices of a person as a session reads them.
  private func offices(_ person: Caller, _ province: TestProvince, at now: Date) async throws -> [Office] {
    let token = Secret()
    try await province.lease.transaction {
      $0.enqueue(
        """
        INSERT INTO session (id, user_id, token_hash, created_at, last_seen, expires_at)
        VALUES (\(UUID()), \(person.actor.userID), \(token.hash), \(now), \(now), \(now + 3600))
        """)
    }
    let result = try await province.lease.query(Sessions.tenantActor(token, at: now))
    return try #require(try Sessions.actor(result, at: now)).actor.offices
  }

  private func unit(_ code: String, _ province: TestProvince) async throws -> UUID {
    try #require(try await province.column(UUID.self, "SELECT id FROM unit WHERE code = \(code)").first)
  }

  private func appoint(_ body: JSONValue, _ province: TestProvince) async throws -> JSONValue {
    let administrator = try await province.official(.tenantAdmin)
    return try await AppointOfficer(body: body)(administrator, Write(), province.lease).json
  }

  @Test func `an office gives its right from the first local midnight to the last`() async throws {
    let province = try await TestProvince.make()
    try await province.loadTree()
    let person = try await province.official(.goodsKeeper, unit: "U.1")
    let shown = try await appoint(body(person, try await unit("U.1", province)), province)
    #expect(OfficeHolding.answer.faults(shown) == [] && shown["inEffect"] == false)
    let zone = province.tenant.calendar
    let first = zone.instant(of: try #require(Day("2027-03-02")))
    let over = zone.instant(of: try #require(Day("2027-03-04")))
    func roles(_ now: Date) async throws -> Set<Role> {
      Set(try await offices(person, province, at: now).map(\.role))
    }
    #expect(try await roles(first - 1) == [.goodsKeeper])
    #expect(try await roles(first) == [.goodsKeeper, .commitmentOfficer])
    #expect(try await roles(over - 1) == [.goodsKeeper, .commitmentOfficer])
    #expect(try await roles(over) == [.goodsKeeper])
  }

  @Test func `an office of a unit gives no right elsewhere`() async throws {
    let province = try await TestProvince.make()
    try await province.loadTree()
    let person = try await province.official(.goodsKeeper, unit: "U.1")
    let unit = try await unit("V", province)
    _ = try await appoint(body(person, unit, ["from": nil, "kind": "definitive", "year": 2027]), province)
    let held = try await offices(person, province, at: province.now)
    let actor = Actor(
      sessionID: UUID(), userID: person.actor.userID, person: "1", name: "x", email: "x", offices: held,
      unitID: nil, unitPath: ["U", "U.1"], vendorID: nil)
    #expect(actor.roles(onUnit: ["V"], year: 2027) == [.commitmentOfficer])
    #expect(actor.roles(onUnit: ["V"], year: 2026) == [])
    #expect(actor.roles(onUnit: ["U", "U.1"], year: 2027) == [.goodsKeeper])
    #expect(actor.roles(onUnit: ["U"]) == [])
    #expect(Set(actor.boundingUnits ?? []) == ["U.1", "V"])
  }

  @Test func `the office of an absent holder rests while somebody acts in it`() async throws {
    let province = try await TestProvince.make()
    try await province.loadTree()
    let holder = try await province.official(.commitmentOfficer, unit: "U.1")
    let person = try await province.official(.goodsKeeper, unit: "U.1")
    let unit = try await unit("U.1", province)
    let changes: JSONValue = [
      "kind": "acting_plh", "onBehalfOf": JSONValue(holder.actor.userID), "from": "2027-03-01",
    ]
    let shown = try await appoint(body(person, unit, changes), province)
    #expect(try await offices(holder, province, at: province.now) == [])
    let acting = try await offices(person, province, at: province.now).first { $0.role == .commitmentOfficer }
    #expect(acting?.kind == .actingPlh && acting?.onBehalfOf?.id == holder.actor.userID)
    #expect(acting?.stands(for: holder.actor.userID, holder: person.actor.userID) == true)
    let administrator = try await province.official(.tenantAdmin)
    let id = try #require(shown["id"]?.uuid)
    let end = EndOffice(id, body: ["reason": "Kembali bertugas."])
    _ = try await end(administrator, Write(), province.lease)
    #expect(try await offices(person, province, at: province.now).map(\.role) == [.goodsKeeper])
    #expect(try await offices(holder, province, at: province.now).map(\.role) == [.commitmentOfficer])
    await #expect(throws: Refusal.self) { _ = try await end(administrator, Write(), province.lease) }
  }

  @Test func `a technical officer does a commitment officer's work only where the province lets it`() {
    let path = ["U"]
    func roles(_ allowed: Bool) -> Set<Role> {
      let actor = Actor(
        sessionID: UUID(), userID: UUID(), person: "1", name: "x", email: "x",
        roles: [.technicalOfficer, .commitmentOfficer], unitID: nil, unitPath: path, vendorID: nil)
      return actor.bound(pptkAsPPK: allowed).roles
    }
    #expect(roles(false) == [.technicalOfficer])
    #expect(roles(true) == [.technicalOfficer, .commitmentOfficer])
  }

  @Test func `the officials' file gives offices with dates`() async throws {
    let province = try await TestProvince.make()
    try await province.loadTree()
    let header = "email,name,nip,roles,unitCode,from,until,decree\n"
    func row(_ until: String) -> String {
      header + "sari@x.example,Sari,198501012010012001,treasurer,U,2027-01-01,\(until),821/1\n"
    }
    #expect(try await province.load(.officials, row("2027-12-31")).counts.imported == 1)
    #expect(try await province.load(.officials, row("2027-12-31")).counts.unchanged == 1)
    #expect(try await province.load(.officials, row("2027-06-30")).counts.updated == 1)
    let held = try await province.column(
      String.self, "SELECT until_day || ' ' || (ended_at IS NULL) FROM office_holding ORDER BY until_day")
    #expect(held == ["2027-06-30 true", "2027-12-31 false"])
    let wrong = try await refusals { try await province.load(.officials, row("2026-12-31")) }
    #expect(wrong == ["/rows/1/until": "too_small"])
  }
}
