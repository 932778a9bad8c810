import AuditLog
import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// Somebody takes a product one step on.
package struct TransitionProduct: Sendable {
  /// The body of a transition.
  package static func shape(_ transition: ProductTransition) -> Shape {
    if case .required = transition.rule.reason { return .object([.required("reason", .note)]) }
    let reason = ShapeField.optional("reason", .nullable(.note))
    guard transition == .list else { return .object([reason]) }
    return .object([
      reason,
      .optional(
        "standardPriceCode", .nullable(.text(max: 100)), "The standard price that orders are compared with."),
    ])
  }

  private let id: UUID
  private let transition: ProductTransition
  private let reason: String?
  private let standardPriceCode: String?

  package init(_ id: UUID, _ transition: ProductTransition, body: JSONValue) {
    self.id = id
    self.transition = transition
    reason = body["reason"]?.text
    standardPriceCode = body["standardPriceCode"]?.text
  }

  /// - Throws: `Refusal` in the order of api.md §2: 403, 404, 422, 412, 409.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    guard caller.actor.role(among: transition.rule.roles) != nil else { throw Refusal.forbidden }
    let standard: SQL = "SELECT true FROM standard_price WHERE code = \(standardPriceCode)"
    return try await write(lease, reading: [ProductRow.selectForUpdate(id), standard]) {
      transaction, results in
      guard let product = try results[0].first(ProductRow.self),
        caller.actor.vendorID == nil || caller.actor.vendorID == product.vendorID
      else { throw Refusal.notFound }
      if standardPriceCode != nil, results[1].count == 0 {
        throw Refusal.invalid([FieldError("/standardPriceCode", .notFound)])
      }
      try write.checkPrecondition(version: product.version)
      guard transition.rule.from.contains(product.state) else {
        throw Refusal.wrongState(product.state.rawValue)
      }
      for statement in writes(product, caller) { transaction.enqueue(statement) }
      let stored = try await transaction.query(ProductRow.select(id))
      guard let after = try stored.first(ProductRow.self) else { throw Refusal.notFound }
      return Answer(after.json(for: caller.actor), version: after.version)
    }
  }

  private func writes(_ product: ProductRow, _ caller: Caller) -> [SQL] {
    let to = transition.rule.outcome(from: product.state)
    let fact = ProductFact(
      transition.rawValue, of: id, from: product.state, to: to, price: product.content.price, reason: reason,
      by: caller.author(transition.rule.roles),
      more: standardPriceCode.map { [JSONMember(name: "standardPriceCode", value: .string($0))] } ?? [])
    let listedAt = to == .listed ? caller.now : product.listedAt
    return [fact].insertions(at: caller.now) + [
      """
      UPDATE product SET state = \(to.rawValue), listed_at = \(listedAt),
        standard_price_code = coalesce(\(standardPriceCode), standard_price_code), updated_at = \(caller.now),
        curated_price = CASE WHEN \(to == .listed) THEN price ELSE curated_price END, version = version + 1
      WHERE id = \(id)
      """
    ]
  }
}
