import AuditLog
import Authentication
import EOrderRules
import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A vendor's people draft a product.
package struct CreateProduct: Sendable {
  package static let shape = ProductContent.shape

  private let content: ProductContent

  package init(body: JSONValue) { content = ProductContent(body: body) }

  /// - Throws: `Refusal.invalid` at `/category` and `/taxClass`; `Refusal.alreadyRegistered` at `/sku`.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let (content, errors) = content.settled(under: caller.rulebook)
    guard errors.isEmpty else { throw Refusal.invalid(errors) }
    return try await refusingRepeatedSKU {
      let seller = Seller.select(where: "v.id = \(caller.actor.vendorID)")
      return try await write(lease, reading: [seller]) { transaction, results in
        guard let seller = try results[0].first(Seller.self) else { throw Refusal.forbidden }
        let id = UUID.version7(at: caller.now)
        let fact = ProductFact(
          ProductTransition.create.rawValue, of: id, from: nil, to: .draft, price: content.price,
          by: caller.author(ProductTransition.create.rule.roles))
        transaction.enqueue(CategoryRows.insertion(caller.rulebook, only: content.category))
        transaction.enqueue(
          ProductContents(ids: [id], contents: [content]).insertion(of: [seller], at: caller.now))
        for statement in [fact].insertions(at: caller.now) { transaction.enqueue(statement) }
        let stored = try await transaction.query(ProductRow.select(id))
        guard let product = try stored.first(ProductRow.self) else { throw Refusal.notFound }
        return Answer(status: 201, product.json(for: caller.actor), version: product.version)
      }
    }
  }
}

/// Runs a write of one product; a SKU that the vendor uses already is refused by its pointer.
func refusingRepeatedSKU(_ write: () async throws -> Answer) async throws -> Answer {
  do {
    return try await write()
  } catch let error as PostgresError where error.sqlState == SQLState.uniqueViolation {
    throw Refusal.alreadyRegistered([FieldError("/sku", .alreadyRegistered)])
  }
}
