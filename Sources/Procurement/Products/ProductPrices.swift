import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// A price that a product had, from when on, and whether a verifier has looked at it.
struct ProductPrice: RowDecodable, Sendable {
  let id: UUID
  let at: Date
  let price: Rupiah
  let before: Rupiah?
  let curatedAt: Date?

  init(row: inout Row) throws {
    id = try row.next()
    at = try row.next()
    price = try row.next()
    before = try row.next(Rupiah?.self)
    curatedAt = try row.next(Date?.self)
  }

  /// The facts of a product that gave it another price; the columns above.
  static func history(of product: UUID) -> SQL {
    """
    SELECT e.id, e.at, e.price, e.before,
           (SELECT min(c.at) FROM product_event c WHERE c.product_id = \(product) AND c.transition = 'list'
              AND c.at >= e.at AND c.price = e.price)
    FROM (
      SELECT h.id, h.at, h.price, lag(h.price) OVER (ORDER BY h.at, h.id) AS before
      FROM product_event h WHERE h.product_id = \(product)
    ) e
    WHERE e.before IS DISTINCT FROM e.price
    """
  }

  var json: JSONValue {
    [
      "id": JSONValue(id), "at": JSONValue(at), "price": JSONValue(price),
      "before": before.map { JSONValue($0) } ?? .null,
      "curatedAt": JSONValue(curatedAt),
    ]
  }
}

/// The prices that a product ever had, newest first; for officials and the vendor itself.
package struct ListProductPrices: Sendable {
  package static let name = "product-prices"

  /// What the API shows of a price.
  package static let shape = Shape.component(
    "ProductPrice",
    .object([
      .required("id", .uuid), .required("at", .dateTime),
      .required("price", .integer(min: 1, max: 50_000_000)),
      .required("before", .nullable(.integer(min: 1))), .required("curatedAt", .nullable(.dateTime)),
    ]))

  private let product: UUID
  private let page: PageRequest

  package init(product: UUID, _ page: PageRequest) {
    self.product = product
    self.page = page
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    var behind: SQL = ""
    if let cursor = try page.behind { behind = " AND (e.at, e.id) < (\(cursor.at), \(cursor.id))" }
    let rows = try await lease.query(
      """
      \(ProductPrice.history(of: product))\(behind) ORDER BY e.at DESC, e.id DESC LIMIT \(page.limit + 1)
      """
    ).rows(ProductPrice.self)
    return page.answer(rows, item: \.json) { Cursor(list: Self.name, at: $0.at, id: $0.id) }
  }
}
