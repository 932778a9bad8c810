import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Testing

@testable import Procurement

@Suite struct UserTests {
  private static let password = "Kuda-terbang-di-atas-awan"

  private func body(_ changes: JSONValue = [:]) -> JSONValue {
    let whole: JSONValue = [
      "email": "Sari@Dinas.example", "name": "Sari", "nip": "198501012010012001",
      "roles": ["procurement_officer"],
    ]
    return whole.merging(changes)
  }

  private func accept(_ province: TestProvince, _ url: String, _ password: String) async throws -> Answer {
    let secret = Secret(presented: String(url.split(separator: "/").last ?? ""))
    return try await AcceptInvitation(secret, body: ["password": .string(password)])(
      at: province.now, rulesVersion: nil, policy: .forTests, hasher: .forTests, province.lease)
  }

  @Test func `an account is made, invited and used`() async throws {
    let province = try await TestProvince.make()
    try await province.loadTree()
    let admin = try await province.official(.tenantAdmin)
    let unit = try #require(
      try await province.column(UUID.self, "SELECT id FROM unit WHERE code = 'U'").first)
    let answer = try await CreateUser(body: body(["unitId": JSONValue(unit)]))(admin, Write(), province.lease)
    let json = try answer.json
    #expect(answer.status == 201 && CreateUser.answer.faults(json) == [])
    #expect(json["email"] == "sari@dinas.example" && json["hasPassword"] == false)
    let url = try #require(json["invitation"]?.string("url"))
    #expect(
      try await refusals { _ = try await accept(province, url, "pendek") } == ["/password": "too_short"])
    let accepted = try await accept(province, url, Self.password)
    #expect(AcceptInvitation.answer.faults(try accepted.json) == [])
    await #expect(throws: Refusal.self) { try await accept(province, url, Self.password) }
    let attempt = SignIn.Attempt(
      email: "sari@dinas.example", password: Self.password, address: "::1", userAgent: nil)
    let session = try await SignIn(hasher: .forTests, realm: .tenant, factor: .forTests)(
      attempt, province.lease, at: province.now)
    #expect(session.actor.roles == [.procurementOfficer] && session.actor.unitPath == ["U"])
    let again = try await refusals { _ = try await CreateUser(body: body())(admin, Write(), province.lease) }
    #expect(again == ["/email": "already_registered"])
  }

  private static let wrong: [(changes: JSONValue, expected: [String: String])] = [
    (["roles": ["tenant_admin", "treasurer"]], ["/roles": "not_one_of"]),
    (["roles": ["vendor_owner"]], ["/roles": "not_one_of"]),
    (["roles": ["technical_officer", "commitment_officer"]], ["/roles": "not_one_of"]),
    (["nip": nil], ["/nip": "required"]),
    (["nik": "1371014505900001"], ["/nik": "unknown"]),
    (["unitId": "0190a5c2-7a3e-7c50-9f1e-5b0c2d3e4f50"], ["/unitId": "not_found"]),
  ]

  @Test(arguments: wrong)
  func `wrong accounts are refused`(changes: JSONValue, expected: [String: String]) async throws {
    let province = try await TestProvince.make()
    let admin = try await province.official(.tenantAdmin)
    let refused = try await refusals {
      _ = try await CreateUser(body: body(changes))(admin, Write(), province.lease)
    }
    #expect(refused == expected)
  }

  @Test func `nobody gives transacting roles to themselves`() async throws {
    let province = try await TestProvince.make()
    let admin = try await province.official(.tenantAdmin)
    func patch(_ body: JSONValue) async throws -> [String: String] {
      try await refusals {
        _ = try await PatchUser(admin.actor.userID, body: body)(admin, Write(), province.lease)
      }
    }
    #expect(try await patch(["roles": ["treasurer"]]) == ["/roles": "not_one_of"])
    #expect(try await patch(["active": false]) == ["/active": "not_one_of"])
    let alias = try await refusals {
      _ = try await CreateUser(body: body(["nip": .string(admin.actor.person)]))(
        admin, Write(), province.lease)
    }
    #expect(alias == ["/roles": "not_one_of"])
  }

  @Test func `a change holds at once and leaves the rest`() async throws {
    let province = try await TestProvince.make()
    let admin = try await province.official(.tenantAdmin)
    let buyer = try await province.official(.procurementOfficer)
    let id = buyer.actor.userID
    try await province.lease.transaction {
      $0.enqueue(
        """
        INSERT INTO session (id, user_id, token_hash, created_at, last_seen, expires_at)
        VALUES (\(UUID()), \(id), \([UInt8]([1])), \(province.now), \(province.now), \(province.now + 60))
        """)
    }
    let changed = try await PatchUser(id, body: ["roles": ["treasurer", "auditor"]])(
      admin, Write(), province.lease)
    #expect(UserRow.answer.faults(try changed.json) == [])
    #expect(try changed.json["roles"] == ["auditor", "treasurer"] && changed.json["name"] == "Pegawai")
    _ = try await PatchUser(id, body: ["active": false])(admin, Write(), province.lease)
    #expect(try await province.column(UUID.self, "SELECT id FROM session").isEmpty)
    await #expect(throws: Refusal.self) { try await InviteUser(id)(admin, Write(), province.lease) }
  }

  @Test func `who has a password gets no link from others`() async throws {
    let province = try await TestProvince.make()
    let admin = try await province.official(.tenantAdmin)
    let created = try await CreateUser(body: body())(admin, Write(), province.lease).json
    let id = try #require(created["id"]?.uuid)
    let link = try await InviteUser(id)(admin, Write(), province.lease).json.string("url")
    _ = try await accept(province, link, Self.password)
    await #expect(throws: Refusal.self) { try await InviteUser(id)(admin, Write(), province.lease) }
  }

  @Test func `a password is not the name of the place`() async throws {
    let province = try await TestProvince.make()
    let admin = try await province.official(.tenantAdmin)
    let link = try await CreateUser(body: body())(admin, Write(), province.lease).json["invitation"]?.string(
      "url")
    let secret = Secret(presented: String(link?.split(separator: "/").last ?? ""))
    let context = Visit(tenant: province.tenant, actor: nil, now: province.now).placeNames
    let refused = try await refusals {
      _ = try await AcceptInvitation(secret, body: ["password": "Sumatera-Barat-2027"], context: context)(
        at: province.now, rulesVersion: nil, policy: .forTests, hasher: .forTests, province.lease)
    }
    #expect(refused == ["/password": "bad_format"])
  }

  @Test func `a vendor's owner keeps its own staff only`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.vendor()
    let (_, rival) = try await province.vendor()
    let staff: JSONValue = [
      "email": "staf@toko.example", "name": "Budi", "roles": ["vendor_staff"], "nik": "1371010101900001",
    ]
    let json = try await CreateUser(body: staff)(owner, Write(), province.lease).json
    #expect(json["vendorId"] == JSONValue(id))
    let person = try #require(json["id"]?.uuid)
    #expect(
      try await province.column(String.self, "SELECT person FROM app_user WHERE id = \(person)")
        == ["1371010101900001"])
    await #expect(throws: Refusal.self) { try await ReadUser(person)(rival, province.lease) }
    let officials = try await refusals {
      _ = try await CreateUser(body: staff.merging(["roles": ["auditor"], "email": "b@c.example"]))(
        owner, Write(), province.lease)
    }
    #expect(officials == ["/roles": "not_one_of"])
    let list = ListUsers(.init(), PageRequest(limit: 20, cursor: nil))
    #expect(try await list.rows(owner, province.lease).count == 2)
    #expect(try await list.rows(rival, province.lease).count == 1)
  }

  @Test func `a new password ends the other sessions`() async throws {
    let province = try await TestProvince.make()
    let admin = try await province.official(.tenantAdmin)
    let created = try await CreateUser(body: body())(admin, Write(), province.lease).json
    _ = try await accept(province, created["invitation"]?.string("url") ?? "", Self.password)
    func signIn(_ password: String) async throws -> Actor {
      let attempt = SignIn.Attempt(
        email: "sari@dinas.example", password: password, address: "::1", userAgent: "x")
      return try await SignIn(hasher: .forTests, realm: .tenant, factor: .forTests)(
        attempt, province.lease, at: province.now
      )
      .actor
    }
    let (first, second) = (try await signIn(Self.password), try await signIn(Self.password))
    let caller = Caller(tenant: province.tenant, actor: first, now: province.now)
    func change(_ current: String, _ password: String) async throws {
      let body: JSONValue = ["current": .string(current), "password": .string(password)]
      _ = try await ChangePassword(body: body)(caller, policy: .forTests, hasher: .forTests, province.lease)
    }
    #expect(
      try await refusals { try await change("wrong", "Gajah-terbang-di-laut") } == [
        "/current": "not_one_of"
      ])
    let list = ListSessions(PageRequest(limit: 20, cursor: nil))
    #expect(try await list(caller, province.lease).json["items"]?.elements?.count == 2)
    try await change(Self.password, "Gajah-terbang-di-laut")
    let left = try await list(caller, province.lease).json["items"]?.elements ?? []
    #expect(left.count == 1 && left.first?["current"] == true)
    for item in left { #expect(ListSessions.answer.faults(item) == []) }
    await #expect(throws: Refusal.self) { try await EndSession(second.sessionID)(caller, province.lease) }
    #expect(try await EndSession(first.sessionID)(caller, province.lease).status == 204)
    _ = try await signIn("Gajah-terbang-di-laut")
  }
}
