import Authentication
package import Foundation
package import Postgres

/// One of a vendor's own products, with what its vendor has to know of it.
package struct ReadOwnProduct: Sendable {
  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  /// - Returns: the product, and why a verifier returned or delisted it last; nil where that is over.
  /// - Throws: `Refusal.notFound` for another's.
  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> (product: ProductRow, reason: String?, isVatRegistered: Bool) {
    let results = try await lease.pipeline([
      ProductRow.select(id),
      "SELECT reason FROM product_event WHERE product_id = \(id) ORDER BY at DESC, id DESC LIMIT 1",
      "SELECT vat_registered FROM vendor WHERE id = \(caller.actor.vendorID)",
    ])
    guard let product = try results[0].first(ProductRow.self), product.vendorID == caller.actor.vendorID
    else { throw Refusal.notFound }
    return (
      product, try results[1].scalar(String.self), try results[2].scalar(Bool.self) ?? false
    )
  }
}
