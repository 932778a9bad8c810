import EOrderRules
import Foundation
import Postgres
import Tenancy

/// A change of a product's price on which no verifier has looked since.
struct UncuratedPrice: RowDecodable, Sendable {
  private let product: UUID
  private let at: Date
  private let old: Rupiah
  private let new: Rupiah

  init(row: inout Row) throws {
    product = try row.next()
    at = try row.next()
    old = try row.next()
    new = try row.next()
  }

  /// - Parameter products: a query of their ids.
  static func select(_ products: SQL, since: Date) -> SQL {
    """
    SELECT e.product_id, e.at, e.before, e.price FROM (
      SELECT h.product_id, h.at, h.transition, h.price,
             lag(h.price) OVER (PARTITION BY h.product_id ORDER BY h.at, h.id) AS before
      FROM product_event h WHERE h.product_id IN (\(products))
    ) e
    WHERE e.transition = 'change-price' AND e.at >= \(since) AND e.before <> e.price AND NOT EXISTS (
      SELECT FROM product_event c WHERE c.product_id = e.product_id AND c.transition = 'list' AND c.at >= e.at)
    ORDER BY e.product_id, e.at
    """
  }

  func fact(_ caller: Caller) -> PriceChange {
    PriceChange(productId: product.lowercased, day: caller.tenant.today(at), from: old, to: new)
  }
}
