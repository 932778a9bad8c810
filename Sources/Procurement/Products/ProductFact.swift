import AuditLog
import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// Something that happened to a product, with the price that it then had and its audit entry.
struct ProductFact {
  /// A new price is a fact too, whatever it does to the state.
  static let priceChange = "change-price"

  let product: UUID
  let transition: String
  let from: ProductState?
  let to: ProductState
  let price: Rupiah
  let reason: String?
  let userID: UUID?
  let entry: AuditEntry

  /// - Parameter more: members of the audit entry besides states, price and reason.
  init(
    _ transition: String, of product: UUID, from: ProductState?, to: ProductState, price: Rupiah,
    reason: String? = nil, by author: Author, more: [JSONMember] = []
  ) {
    self.product = product
    self.transition = transition
    self.from = from
    self.to = to
    self.price = price
    self.reason = reason
    userID = author.userID
    entry = author.entry(
      "product.\(transition)", subject: "product", id: product,
      detail: .object(
        [
          JSONMember(name: "from", value: JSONValue(from?.rawValue)),
          JSONMember(name: "to", value: .string(to.rawValue)),
          JSONMember(name: "price", value: JSONValue(price)),
          JSONMember(name: "reason", value: JSONValue(reason)),
        ] + more))
  }
}

extension [ProductFact] {
  /// Inserts facts of one write with their audit entries.
  func insertions(at now: Date) -> [SQL] {
    [
      map(\.entry).insertion(at: now),
      """
      INSERT INTO product_event (id, product_id, at, user_id, transition, from_state, to_state, price, reason, audit_id)
      SELECT t.id, t.product, \(now), \(first?.userID), t.transition, nullif(t.from_state, ''), t.to_state, t.price,
             nullif(t.reason, ''), t.entry
      FROM unnest(\(SQLArray(map { _ in UUID.version7(at: now) })), \(SQLArray(map(\.product))),
        \(SQLArray(map(\.transition))), \(SQLArray(map { $0.from?.rawValue ?? "" })),
        \(SQLArray(map(\.to.rawValue))), \(SQLArray(map(\.price.amount))), \(SQLArray(map { $0.reason ?? "" })),
        \(SQLArray(map(\.entry.id))))
        AS t(id, product, transition, from_state, to_state, price, reason, entry)
      """,
    ]
  }
}
