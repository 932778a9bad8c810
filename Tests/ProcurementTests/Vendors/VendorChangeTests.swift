import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Testing

@testable import Procurement

@Suite struct VendorChangeTests {
  @Test func `a product's tag changes with its vendor's name and place`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.verifiedVendor()
    let product = try await province.listedProduct(of: owner)
    func etag() async throws -> String? {
      try await ReadProduct(product)(province.visit, province.lease).etag
    }
    let before = try await etag()
    _ = try await PatchVendor(id, body: ["address": ["street": "Jalan Lain"]])(owner, Write(), province.lease)
    #expect(try await etag() == before)
    _ = try await PatchVendor(id, body: ["address": ["regionCode": "13.72"]])(owner, Write(), province.lease)
    #expect(try await etag() != before)
  }

  @Test func `the owner's account follows what changes of the vendor`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.vendor()
    func account() async throws -> [String] {
      let row = try await province.lease.query(
        "SELECT email, name, person, phone FROM app_user WHERE id = \(owner.actor.userID)"
      ).first(as: (String, String, String, String).self)
      return row.map { [$0.0, $0.1, $0.2, $0.3] } ?? []
    }
    let before = try await account()
    _ = try await PatchVendor(
      id, body: ["email": "Baru@Toko.example", "ownerNik": "1371010506900002", "phone": "+6281200000001"])(
        owner, Write(), province.lease)
    #expect(try await account() == ["baru@toko.example", before[1], "1371010506900002", "+6281200000001"])
    try await province.lease.transaction {
      $0.enqueue("UPDATE app_user SET email = 'sendiri@toko.example' WHERE id = \(owner.actor.userID)")
    }
    _ = try await PatchVendor(id, body: ["ownerName": "Nama Baru"])(owner, Write(), province.lease)
    #expect(try await account().prefix(2) == ["sendiri@toko.example", "Nama Baru"])
  }

  @Test func `a vendor does not take the address of its staff`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.vendor()
    _ = try await CreateUser(body: [
      "email": "staf@toko.example", "name": "Budi", "roles": ["vendor_staff"], "nik": "1371010101900001",
    ])(owner, Write(), province.lease)
    let refused = try await refusals {
      _ = try await PatchVendor(id, body: ["email": "staf@toko.example"])(owner, Write(), province.lease)
    }
    #expect(refused == ["/email": "already_registered"])
  }

  @Test(arguments: [
    ("ownerNik", JSONValue.string("1371013102900001"), "bad_format"),
    ("ownerNik", "0071014505900001", "bad_format"),
    ("ownerNik", "1300014505900001", "bad_format"), ("capital", 1_000_000_000_000_001, "too_large"),
    ("yearlySales", 1_000_000_000_000_001, "too_large"),
  ])
  func `a registration holds what can be`(member: String, value: JSONValue, code: String) {
    let body = Registration.body(.object([JSONMember(name: member, value: value)]))
    #expect(RegisterVendor.shape.validate(body).errors.byPointer == ["/\(member)": code])
  }

  @Test func `turnover has an end, in the database too`() async throws {
    let body = Registration.body([
      "exemptBandStatement": ["date": "2027-01-02", "turnoverBefore": 1_000_000_000_000_001]
    ])
    #expect(
      RegisterVendor.shape.validate(body).errors.byPointer == [
        "/exemptBandStatement/turnoverBefore": "too_large"
      ])
    let province = try await TestProvince.make()
    let (id, _) = try await province.vendor()
    await #expect(throws: PostgresError.self) {
      try await province.lease.transaction {
        $0.enqueue("UPDATE vendor SET exempt_band_turnover = 1000000000000001 WHERE id = \(id)")
      }
    }
  }

  @Test(arguments: [
    ("TOKO UJI", false), ("Siti Rahmawati, S.E.", false), ("SITI RAHMAWTI", false), ("CV. Toko Uji", false),
    ("BUDI SANTOSO", true), ("S", true),
  ])
  func `a name at the bank that is another's is a warning`(name: String, isWarned: Bool) throws {
    let body = Registration.body([
      "bank": ["accountName": .string(name)], "npwp": nil, "businessName": "Toko Uji",
    ])
    let warnings = VendorProfile(body: body).warnings.elements ?? []
    #expect(warnings == (isWarned ? [["pointer": "/bank/accountName", "code": "name_mismatch"]] : []))
  }
}

@Suite struct VendorTransitionBodyTests {
  @Test(arguments: VendorTransition.allCases)
  func `every transition takes the same members`(transition: VendorTransition) {
    let body: JSONValue = ["reason": "Alasan.", "decree": "SK-1", "until": "2099-01-01"]
    #expect(TransitionVendor.shape(transition).validate(body).errors.isEmpty)
  }

  @Test(arguments: [
    (VendorTransition.submit, []), (.verify, []), (.reinstate, []), (.return, ["/reason"]),
    (.reject, ["/reason"]),
    (.suspend, ["/reason"]), (.blacklist, ["/decree", "/until"]),
  ])
  func `some need one or the other`(transition: VendorTransition, required: [String]) {
    let errors = TransitionVendor.shape(transition).validate([:]).errors
    #expect(errors.map(\.pointer) == required)
  }

  @Test func `nobody leaves the blacklist before its day`() async throws {
    let province = try await TestProvince.make()
    let (id, _) = try await province.verifiedVendor()
    let verifier = try await province.official(.verifier)
    let budgetOwner = try await province.official(.budgetOwner)
    _ = try await TransitionVendor(id, .suspend, body: ["reason": "Palsu."])(
      verifier, Write(), province.lease)
    _ = try await TransitionVendor(id, .blacklist, body: ["decree": "SK-1", "until": "2027-06-01"])(
      budgetOwner, Write(), province.lease)
    func allowed(on day: String) async throws -> JSONValue? {
      let today = try #require(Day(day))
      return try await ReadVendor(id).row(verifier.actor, province.lease)
        .json(for: verifier.actor, on: today)["allowedTransitions"]
    }
    #expect(try await allowed(on: "2027-05-31") == [])
    #expect(try await allowed(on: "2027-06-01") == ["reinstate"])
    let due = Caller(tenant: province.tenant, actor: verifier.actor, now: province.now + 92 * 86_400)
    #expect(due.today.description == "2027-06-01")
    let back = try await TransitionVendor(id, .reinstate, body: [:])(due, Write(), province.lease).json
    #expect(back["state"] == "verified" && back["until"] == .null)
  }
}

@Suite struct DueVendorTimersTests {
  @Test func `a returned vendor lapses after fourteen days and may come back`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.vendor()
    for kind in RuleKey.documentKinds {
      let attach = AttachVendorDocument(
        vendor: id, fields: ["kind": .string(kind)], file: try .example(province.now))
      _ = try await attach(owner, Write(), province.lease)
    }
    let verifier = try await province.official(.verifier)
    _ = try await TransitionVendor(id, .submit, body: [:])(owner, Write(), province.lease)
    _ = try await TransitionVendor(id, .return, body: ["reason": "Kurang."])(
      verifier, Write(), province.lease)
    let due = province.now + 14 * 86_400
    func run(_ now: Date) async throws -> Date? {
      try await DueVendorTimers(province.tenant, at: now).run(province.lease)
    }
    func state() async throws -> VendorState {
      try await ReadVendor(id).row(verifier.actor, province.lease).state
    }
    #expect(try await run(due - 1) == due)
    #expect(try await state() == .returned)
    #expect(try await run(due) == nil)
    #expect(try await state() == .lapsed)
    #expect(try await run(due + 1) == nil)
    let events = try await province.column(
      String.self, "SELECT transition FROM vendor_event WHERE vendor_id = \(id) AND user_id IS NULL")
    #expect(events == ["lapse"])
    let again = try await TransitionVendor(id, .submit, body: [:])(owner, Write(), province.lease).json
    #expect(again["state"] == "submitted")
    try await province.verifyAudit()
  }

  @Test func `who comes back in time does not lapse`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.verifiedVendor()
    try await province.lease.transaction {
      $0.enqueue("UPDATE vendor SET state = 'submitted' WHERE id = \(id)")
    }
    let verifier = try await province.official(.verifier)
    _ = try await TransitionVendor(id, .return, body: ["reason": "Kurang."])(
      verifier, Write(), province.lease)
    _ = try await TransitionVendor(id, .submit, body: [:])(owner, Write(), province.lease)
    #expect(
      try await DueVendorTimers(province.tenant, at: province.now + 15 * 86_400).run(province.lease) == nil)
    #expect(try await ReadVendor(id).row(verifier.actor, province.lease).state == .submitted)
  }
}
