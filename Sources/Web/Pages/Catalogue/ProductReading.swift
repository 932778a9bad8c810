import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement

/// One product as anyone reads it.
struct ProductReading {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func callAsFunction() async throws -> PageReply {
    let read = ReadProduct(try page.call.id())
    let visit = try page.call.visit
    let product = try await page.call.withTenant { try await read.row(visit, $0) }
    let content = ProductPage(
      language: page.language, product: product,
      category: visit.rulebook.categories[product.content.category]?.name,
      region: page.services.directory.regionName(product.regionCode) ?? product.regionCode,
      canBeOrdered: product.state == .listed && product.vendorVerified
        && page.call.actor?.roles.contains(.procurementOfficer) == true)
    return .page(product.content.name, content)
  }
}
