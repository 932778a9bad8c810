import EOrderRules
import Foundation
import StrictJSON
import Testing

@testable import Procurement
@testable import Tenancy

@Suite struct ProductContentTests {
  private let rulebook: Rulebook

  init() throws {
    rulebook = try TenantFile(at: TestProvince.root.appending(path: "Tenants/sumbar/tenant.yaml").path)
      .rulebook
  }

  private func settled(_ changes: JSONValue) -> (content: ProductContent, errors: [String: String]) {
    let content = ProductContent(body: Registration.product(changes))
    let (settled, errors) = content.settled(under: rulebook)
    return (settled, errors.byPointer)
  }

  @Test func `a category with one tax class settles it`() {
    let (content, errors) = settled(["taxClass": nil])
    #expect(errors.isEmpty && content.taxClass == .goods)
  }

  @Test func `a category with several asks for one`() {
    #expect(settled(["category": "printing", "taxClass": nil]).errors == ["/taxClass": "required"])
    #expect(settled(["category": "printing", "taxClass": "service"]).errors.isEmpty)
  }

  @Test func `what the category does not have is refused`() {
    #expect(settled(["taxClass": "catering"]).errors == ["/taxClass": "not_one_of"])
    #expect(settled(["category": "no-such-category"]).errors == ["/category": "not_found"])
  }

  @Test func `a patch is checked like a new product`() throws {
    let content = settled([:]).content
    func patched(_ patch: JSONValue) throws -> ProductContent {
      try PatchProduct(UUID(), body: patch).patched(content, under: rulebook)
    }
    #expect(try patched(["stock": 5]).stock == 5)
    #expect(try patched(["sku": nil]).sku == nil)
    #expect(try patched(["category": "cleaning_service"]).taxClass == .service)
    #expect(throws: Refusal.self) { try patched(["name": nil]) }
    #expect(throws: Refusal.self) { try patched(["taxClass": "exempt"]) }
  }
}
