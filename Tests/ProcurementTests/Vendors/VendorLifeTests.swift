import Authentication
import EOrderRules
import Files
import Foundation
import Postgres
import StrictJSON
import Testing

@testable import Procurement

@Suite struct VendorLifeTests {
  @Test func `a registration is whole`() async throws {
    let province = try await TestProvince.make()
    let body = Registration.body(["npwp": "0012345674201000"])
    let register = try await RegisterVendor(body: body, province.visit, policy: .forTests, hasher: .forTests)
    let answer = try await register(province.visit, Write(), province.lease)
    #expect(answer.status == 201 && answer.etag == "v1")
    #expect(VendorRow.answer.faults(try answer.json) == [])
    #expect(try answer.json["ownerNik"] == body["ownerNik"])
    #expect(try answer.json["state"] == "draft")
    #expect(try await province.column(String.self, "SELECT role FROM user_role") == ["vendor_owner"])
    #expect(try await province.verifyAudit() == 1)
  }

  @Test func `everything that somebody has is told at once`() async throws {
    let province = try await TestProvince.make()
    let body = Registration.body()
    let register = try await RegisterVendor(body: body, province.visit, policy: .forTests, hasher: .forTests)
    _ = try await register(province.visit, Write(), province.lease)
    let refused = try await refusals { _ = try await register(province.visit, Write(), province.lease) }
    #expect(
      refused == ["/nib", "/npwp", "/email", "/phone"].reduce(into: [:]) { $0[$1] = "already_registered" })
  }

  @Test func `of two that register the same at once one is told`() async throws {
    let province = try await TestProvince.make()
    let register = try await RegisterVendor(
      body: Registration.body(), province.visit, policy: .forTests, hasher: .forTests)
    let other = try await province.secondLease()
    async let one = try? register(province.visit, Write(), province.lease)
    async let two = try? register(province.visit, Write(), other.lease)
    let answers = await [one, two].compactMap(\.self)
    #expect(answers.count == 1)
  }

  @Test func `a weak password and a wrong size are told together`() async throws {
    let province = try await TestProvince.make()
    let body = Registration.body(["size": "small", "password": "passwordku"])
    let refused = try await refusals {
      _ = try await RegisterVendor(
        body: body.merging(["password": "1111111111"]), province.visit, policy: .forTests, hasher: .forTests)
    }
    #expect(Set(refused.keys) == ["/size", "/password"])
  }

  @Test func `submitting names everything that is missing`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.vendor([
      "size": "medium", "capital": 6_000_000_000, "yearlySales": 20_000_000_000, "kbli": ["56210"],
      "vatRegistered": true,
    ])
    let refused = try await refusals {
      _ = try await TransitionVendor(id, .submit, body: [:])(owner, Write(), province.lease)
    }
    let kinds = ["nib", "npwp", "bank", "umk_statement", "halal", "hygiene", "vat"]
    #expect(
      refused == kinds.reduce(into: ["/size": "VENDOR_SIZE"]) { $0["/documents/\($1)"] = "missing" })
  }

  @Test func `the way to the blacklist and back`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.verifiedVendor()
    let product = try await province.listedProduct(of: owner)
    let verifier = try await province.official(.verifier)
    let budgetOwner = try await province.official(.budgetOwner)
    func step(_ transition: VendorTransition, _ caller: Caller, _ body: JSONValue) async throws -> JSONValue {
      try await TransitionVendor(id, transition, body: body)(caller, Write(), province.lease).json
    }
    let reason: JSONValue = ["reason": "Pemalsuan."]
    await #expect(throws: Refusal.self) { try await step(.suspend, budgetOwner, reason) }
    #expect(try await step(.suspend, verifier, reason)["state"] == "suspended")
    await #expect(throws: Refusal.self) { try await ReadProduct(product)(province.visit, province.lease) }
    #expect(try await step(.reinstate, verifier, [:])["state"] == "verified")
    _ = try await ReadProduct(product)(province.visit, province.lease)
    _ = try await step(.suspend, verifier, reason)
    let past: JSONValue = ["decree": "SK-1", "until": "2027-03-01"]
    #expect(
      try await refusals { _ = try await step(.blacklist, budgetOwner, past) } == ["/until": "too_small"])
    let listed = try await step(.blacklist, budgetOwner, ["decree": "SK-1", "until": "2027-06-01"])
    #expect(listed["state"] == "blacklisted" && listed["decree"] == "SK-1" && listed["until"] == "2027-06-01")
    await #expect(throws: Refusal.self) { try await step(.reinstate, verifier, [:]) }
    try await province.verifyAudit()
  }

  @Test func `a verified vendor changes its address but not its name`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.verifiedVendor()
    let product = try await province.listedProduct(of: owner)
    func patch(_ body: JSONValue) async throws -> JSONValue {
      try await PatchVendor(id, body: body)(owner, Write(), province.lease).json
    }
    let changed = try await patch(["address": ["regionCode": "13.72"]])
    #expect(changed["address"] == ["street": "Jalan Uji 1", "regionCode": "13.72"])
    let shown = try await ReadProduct(product)(province.visit, province.lease).json
    #expect(shown["regionCode"] == "13.72")
    await #expect(throws: Refusal.self) { try await patch(["businessName": "Nama lain"]) }
    #expect(try await refusals { _ = try await patch(["email": nil]) } == ["/email": "wrong_type"])
    try await province.verifyAudit()
  }

  @Test func `a draft changes everything but what another has`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.vendor()
    let (_, other) = try await province.vendor()
    let taken = try await ReadVendor(try #require(other.actor.vendorID)).row(other.actor, province.lease)
      .profile
    let refused = try await refusals {
      _ = try await PatchVendor(id, body: ["nib": .string(taken.nib), "phone": .string(taken.phone)])(
        owner, Write(), province.lease)
    }
    #expect(refused == ["/nib": "already_registered", "/phone": "already_registered"])
    let stale = Write(expectedVersions: ["v7"])
    await #expect(throws: Refusal.self) {
      try await PatchVendor(id, body: ["npwp": nil])(owner, stale, province.lease)
    }
    let answer = try await PatchVendor(id, body: ["npwp": nil])(
      owner, Write(expectedVersions: ["v1"]), province.lease)
    #expect(try answer.json["npwp"] == .null && answer.etag == "v2")
  }

  @Test func `numbers are shown whole to the vendor and for a reason`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.vendor()
    let verifier = try await province.official(.verifier)
    let auditor = try await province.official(.auditor)
    func nik(_ caller: Caller, _ reason: String? = nil) async throws -> String {
      try await ReadVendor(id, unmask: reason)(caller, province.lease).json.string("ownerNik")
    }
    #expect(try await nik(owner) == "1371014505900001")
    #expect(try await nik(auditor) == "************0001")
    #expect(try await nik(verifier) == "************0001")
    #expect(try await nik(verifier, "Pemeriksaan") == "1371014505900001")
    await #expect(throws: Refusal.self) { try await nik(auditor, "Ingin tahu") }
    let told = try await province.column(
      String.self, "SELECT action FROM audit_entry WHERE subject_type = 'vendor' ORDER BY at, id")
    #expect(told.sorted() == ["vendor.create", "vendor.unmask"])
  }

  @Test func `papers come back as they were`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.vendor()
    let file = try StoredFile.example(province.now)
    let attached = try await AttachVendorDocument(vendor: id, fields: ["kind": "nib"], file: file)(
      owner, Write(), province.lease)
    #expect(attached.status == 201)
    #expect(VendorDocument.answer.faults(try attached.json) == [])
    let document = try #require(try attached.json["id"]?.uuid)
    let content = try await ReadVendorDocument(vendor: id, document: document)(owner, province.lease)
    #expect(content.mediaType == "application/pdf" && content.bytes.count == file.size)
    let buyer = try await province.official(.procurementOfficer)
    await #expect(throws: Refusal.self) {
      try await ReadVendorDocument(vendor: id, document: document)(buyer, province.lease)
    }
    let listed = try await ListVendorDocuments(vendor: id, PageRequest(limit: 20, cursor: nil))(
      buyer, province.lease)
    #expect(try listed.json["items"]?.elements?.count == 1)
  }

  @Test func `a list pages from the newest on and shows a vendor itself alone`() async throws {
    let province = try await TestProvince.make()
    var ids: [UUID] = []
    for _ in 0..<5 { ids.append(try await province.vendor().id) }
    let (own, owner) = try await province.vendor(["businessName": "Warung Padang"])
    let verifier = try await province.official(.verifier)
    var seen: [UUID] = []
    var cursor: Cursor?
    repeat {
      let page = PageRequest(limit: 2, cursor: cursor)
      let json = try await ListVendors(.init(), page)(verifier, province.lease).json
      seen += json["items"]?.elements?.compactMap { $0["id"]?.uuid } ?? []
      cursor = json["nextCursor"]?.text.flatMap { Cursor($0, list: ListVendors.name) }
    } while cursor != nil
    #expect(seen.count == 6 && Set(seen) == Set(ids + [own]))
    let page = PageRequest(limit: 20, cursor: nil)
    #expect(try await ListVendors(.init(), page).rows(owner.actor, province.lease).map(\.id) == [own])
    var filter = ListVendors.Filter()
    filter.text = "padang"
    #expect(try await ListVendors(filter, page).rows(verifier.actor, province.lease).map(\.id) == [own])
  }
}
