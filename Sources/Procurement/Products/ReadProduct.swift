package import Authentication
package import Foundation
package import Postgres
import StrictJSON

/// One product: anyone's to see where a verified vendor lists it.
package struct ReadProduct: Sendable {
  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  /// Reads what `isVisible` decides on.
  package static func select(_ id: UUID) -> SQL { ProductRow.select(id) }

  /// Whether the product is there for this person.
  package static func isVisible(_ result: Result, to actor: Actor?) throws -> Bool {
    try result.first(ProductRow.self)?.isVisible(to: actor) ?? false
  }

  /// - Throws: `Refusal.notFound`.
  package func row(_ visit: Visit, _ lease: borrowing some Lease & ~Copyable) async throws -> ProductRow {
    guard let product = try await lease.query(ProductRow.select(id)).first(ProductRow.self),
      product.isVisible(to: visit.actor)
    else { throw Refusal.notFound }
    return product
  }

  package func callAsFunction(
    _ visit: Visit, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let product = try await row(visit, lease)
    return Answer(product.json(for: visit.actor), version: product.version)
  }
}
