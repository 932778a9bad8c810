package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// A picture of a product.
package struct ProductPicture: RowDecodable, Sendable {
  /// Pictures of one product at most.
  package static let most = 5
  /// Whose pictures they are.
  package static let roles: Set<Role> = [.vendorOwner, .vendorStaff]

  package let id: UUID
  /// Of the bytes, in hexadecimal: its address.
  package let sha256: String
  package let alt: String

  package init(row: inout Row) throws {
    id = try row.next()
    sha256 = hexadecimal(try row.next(Bytes.self).bytes)
    alt = try row.next()
  }

  /// Reads `id hash what is to be seen`.
  init?(text: String) {
    let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count == 3, let id = UUID(uuidString: parts[0]) else { return nil }
    self.id = id
    sha256 = parts[1]
    alt = parts[2]
  }

  /// Those of `product p`, each as one text.
  static let all: SQL = """
    ARRAY(SELECT x.id || ' ' || encode(x.sha256, 'hex') || ' ' || x.alt FROM product_picture x
      WHERE x.product_id = p.id AND x.removed_at IS NULL ORDER BY x.at, x.id)
    """

  static func select(product: UUID) -> SQL {
    """
    SELECT id, sha256, alt FROM product_picture WHERE product_id = \(product) AND removed_at IS NULL ORDER BY at, id
    """
  }

  /// The first picture of `product p`, as its hash and what is to be seen.
  static let first: SQL = """
    (SELECT x.id || ' ' || encode(x.sha256, 'hex') || ' ' || x.alt FROM product_picture x
      WHERE x.product_id = p.id AND x.removed_at IS NULL ORDER BY x.at, x.id LIMIT 1)
    """

  package var json: JSONValue {
    ["id": JSONValue(id), "url": .string(Self.path(sha256)), "alt": .string(alt)]
  }

  /// Where a browser finds it, on the province's host.
  package static func path(_ sha256: String) -> String { "/pictures/\(sha256)" }

  /// What the API shows of a picture.
  package static let shape = Shape.component(
    "ProductPicture",
    .object([
      .required("id", .uuid), .required("url", .text(max: 100), "On the province's host."),
      .required("alt", .name),
    ]))
}
