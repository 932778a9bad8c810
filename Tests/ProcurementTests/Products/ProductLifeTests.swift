import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Testing

@testable import Procurement

@Suite struct ProductLifeTests {
  @Test func `from draft to the catalogue and out of it`() async throws {
    let province = try await TestProvince.make()
    let (_, owner) = try await province.verifiedVendor()
    let verifier = try await province.official(.verifier)
    let created = try await CreateProduct(body: Registration.product())(owner, Write(), province.lease)
    #expect(created.status == 201)
    #expect(ProductRow.answer.faults(try created.json) == [])
    let id = try #require(try created.json["id"]?.uuid)
    func step(_ transition: ProductTransition, _ caller: Caller, _ body: JSONValue = [:]) async throws
      -> JSONValue
    {
      try await TransitionProduct(id, transition, body: body)(caller, Write(), province.lease).json
    }
    await #expect(throws: Refusal.self) { try await ReadProduct(id)(province.visit, province.lease) }
    #expect(try await step(.submit, owner)["state"] == "in_curation")
    await #expect(throws: Refusal.self) { try await step(.list, owner) }
    let unknown: JSONValue = ["standardPriceCode": "nothing"]
    #expect(
      try await refusals { _ = try await step(.list, verifier, unknown) } == [
        "/standardPriceCode": "not_found"
      ])
    try await province.load(
      .standardPrices,
      "code,name,category,unitOfMeasure,price,validFrom\nS1,Pulpen,stationery,buah,120000,2027-01-01\n")
    #expect(try await step(.list, verifier, ["standardPriceCode": "S1"])["standardPriceCode"] == "S1")
    #expect(try await ReadProduct(id)(province.visit, province.lease).json["listedAt"] != .null)
    #expect(try await step(.delist, owner)["state"] == "delisted")
    await #expect(throws: Refusal.self) { try await step(.delist, owner) }
    try await province.verifyAudit()
  }

  @Test(arguments: [(110_000, "listed"), (110_001, "in_curation"), (89_999, "in_curation")])
  func `a price that changes by more than a tenth is looked at again`(price: Int64, state: String)
    async throws
  {
    let province = try await TestProvince.make()
    let (_, owner) = try await province.verifiedVendor()
    let id = try await province.listedProduct(of: owner)
    let answer = try await PatchProduct(id, body: ["price": .integer(price)])(owner, Write(), province.lease)
    #expect(try answer.json["state"] == .string(state))
    #expect(
      try await province.column(
        Int64.self, "SELECT price FROM product_event WHERE transition = 'change-price'")
        == [price])
    try await province.verifyAudit()
  }

  @Test func `other words are no new price`() async throws {
    let province = try await TestProvince.make()
    let (_, owner) = try await province.verifiedVendor()
    let id = try await province.listedProduct(of: owner)
    let answer = try await PatchProduct(id, body: ["description": "Lain.", "stock": 3])(
      owner, Write(), province.lease)
    #expect(try answer.json["state"] == "listed" && answer.json["stock"] == 3)
    let same = try await PatchProduct(id, body: ["stock": 3])(owner, Write(), province.lease)
    #expect(same.etag == answer.etag)
    try await province.verifyAudit()
  }

  @Test func `a SKU is its vendor's once`() async throws {
    let province = try await TestProvince.make()
    let (_, owner) = try await province.vendor()
    let body = Registration.product(["sku": "A-1"])
    _ = try await CreateProduct(body: body)(owner, Write(), province.lease)
    let refused = try await refusals {
      _ = try await CreateProduct(body: body)(owner, Write(), province.lease)
    }
    #expect(refused == ["/sku": "already_registered"])
    let (_, other) = try await province.vendor()
    _ = try await CreateProduct(body: body)(other, Write(), province.lease)
  }

  @Test func `another's product is not there`() async throws {
    let province = try await TestProvince.make()
    let (_, owner) = try await province.vendor()
    let (_, other) = try await province.vendor()
    let created = try await CreateProduct(body: Registration.product())(owner, Write(), province.lease).json
    let id = try #require(created["id"]?.uuid)
    await #expect(throws: Refusal.self) {
      try await PatchProduct(id, body: ["price": 1])(other, Write(), province.lease)
    }
    await #expect(throws: Refusal.self) { try await ReadProduct(id)(other.visit, province.lease) }
    await #expect(throws: Refusal.self) {
      try await TransitionProduct(id, .submit, body: [:])(other, Write(), province.lease)
    }
  }
}
