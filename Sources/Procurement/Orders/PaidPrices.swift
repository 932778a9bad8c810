import EOrderRules
import Foundation
import Postgres
import Tenancy

/// What the province paid for a product of an order, or for another of the same standard price, which is the
/// verifier's word for the same thing.
struct PaidPriceRow: RowDecodable, Sendable {
  /// The newest lines of each product that are looked at: enough for a median, few enough for a busy product.
  private static let newest = 20

  let productID: UUID
  let at: Date
  let unitPrice: Rupiah

  init(row: inout Row) throws {
    productID = try row.next()
    at = try row.next()
    unitPrice = try row.next()
  }

  /// Prices of one unit without VAT, rounded half up, of orders that live.
  /// - Parameters:
  ///   - products: a query of the products' ids.
  ///   - excluded: the order that is decided.
  static func select(_ products: SQL, since: Date, excluded: UUID?) -> SQL {
    """
    SELECT p.id, o.submitted_at, (2 * l.price_ex_vat + l.units) / (2 * l.units)
    FROM product p
    CROSS JOIN LATERAL (
      SELECT p.id UNION
      SELECT q.id FROM product q WHERE q.standard_price_code = p.standard_price_code
    ) same
    CROSS JOIN LATERAL (
      SELECT l.order_id, l.price_ex_vat, coalesce(l.accepted, l.quantity) AS units
      FROM order_line l WHERE l.product_id = same.id ORDER BY l.id DESC LIMIT \(newest)
    ) l
    JOIN purchase_order o ON o.id = l.order_id
    WHERE p.id IN (\(products)) AND l.units > 0 AND o.submitted_at >= \(since)
      AND o.state NOT IN ('draft', 'rejected', 'declined', 'expired', 'cancelled')
      AND o.id IS DISTINCT FROM \(excluded)
    """
  }

  /// The prices by product.
  static func byProduct(_ rows: [PaidPriceRow], _ tenant: Tenant) -> [UUID: [PaidPrice]] {
    Dictionary(grouping: rows, by: \.productID).mapValues { rows in
      rows.map { PaidPrice(day: tenant.today($0.at), unitPrice: $0.unitPrice) }
    }
  }
}
