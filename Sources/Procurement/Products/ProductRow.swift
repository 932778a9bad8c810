package import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A product with everything that is known of it.
package struct ProductRow: RowDecodable, Sendable {
  package let id: UUID
  package let vendorID: UUID
  package let vendorName: String
  package let vendorVerified: Bool
  package let regionCode: String
  package let state: ProductState
  package let content: ProductContent
  package let standardPriceCode: String?
  package let listedAt: Date?
  package let createdAt: Date
  package let version: Int
  /// The price at which a verifier listed it last; nil where none did.
  package let curatedPrice: Rupiah?
  package let pictures: [ProductPicture]

  package init(row: inout Row) throws {
    id = try row.next()
    vendorID = try row.next()
    vendorName = try row.next()
    vendorVerified = try row.next()
    regionCode = try row.next()
    state = try row.code()
    content = try ProductContent(row: &row)
    standardPriceCode = try row.next(String?.self)
    listedAt = try row.next(Date?.self)
    createdAt = try row.next()
    version = try row.next()
    curatedPrice = try row.next(Rupiah?.self)
    pictures = try row.next(SQLArray<String>.self).elements.compactMap(ProductPicture.init(text:))
  }

  /// The columns above; the caller adds WHERE.
  static let columns: SQL = """
    SELECT p.id, p.vendor_id, p.vendor_name, p.vendor_verified, p.region_code, p.state, p.name, p.description,
           p.category, p.unit_of_measure, p.price, p.price_includes_vat, p.tax_class, p.sku, p.local_content_percent,
           p.stock, p.minimum_quantity, p.lead_time_days, p.luxury, p.standard_price_code, p.listed_at,
           p.created_at, p.version, p.curated_price, \(ProductPicture.all)
    FROM product p
    """

  static func select(_ id: UUID) -> SQL { "\(columns) WHERE p.id = \(id)" }
  static func selectForUpdate(_ id: UUID) -> SQL { "\(columns) WHERE p.id = \(id) FOR UPDATE OF p" }

  /// Whether the product is this person's to see: anyone's where it is listed by a verified vendor.
  package func isVisible(to actor: Actor?) -> Bool {
    if state == .listed && vendorVerified { return true }
    guard let actor else { return false }
    return actor.roles.contains(.verifier) || actor.vendorID == vendorID
  }

  package func json(for actor: Actor?) -> JSONValue {
    let transitions = allowedTransitions(state: state, roles: roles(of: actor))
    return .object(
      [
        JSONMember(name: "id", value: JSONValue(id)),
        JSONMember(name: "vendorId", value: JSONValue(vendorID)),
        JSONMember(name: "vendorName", value: .string(vendorName)),
        JSONMember(name: "regionCode", value: .string(regionCode)),
        JSONMember(name: "state", value: .string(state.rawValue)),
      ] + (content.json.members ?? []) + [
        JSONMember(name: "standardPriceCode", value: JSONValue(standardPriceCode)),
        JSONMember(name: "listedAt", value: JSONValue(listedAt)),
        JSONMember(name: "pictures", value: .array(pictures.map(\.json))),
        JSONMember(name: "allowedTransitions", value: .array(transitions.map { .string($0.rawValue) })),
        JSONMember(name: "createdAt", value: JSONValue(createdAt)),
        JSONMember(name: "version", value: JSONValue(version)),
      ])
  }

  /// A vendor's roles count on its own products only.
  private func roles(of actor: Actor?) -> Set<Role> {
    guard let actor else { return [] }
    return actor.vendorID == nil || actor.vendorID == vendorID ? actor.roles : []
  }

  /// What the API shows of a product.
  package static let answer = Shape.component(
    "Product",
    .object([
      .required("id", .uuid), .required("vendorId", .uuid), .required("vendorName", .name),
      .required("regionCode", .text(.regionCode)), .required("state", .oneOf(ProductState.self)),
      .required("name", .name), .required("description", .description), .required("category", .text(max: 40)),
      .required("unitOfMeasure", ProductContent.unitOfMeasure),
      .required("price", .integer(min: 1, max: 50_000_000)),
      .required("priceIncludesVat", .boolean), .required("taxClass", .oneOf(TaxClass.self)),
      .required("sku", .nullable(.text(max: 100))),
      .required("localContentPercent", .nullable(.integer(min: 0, max: 100))),
      .required("stock", .nullable(.integer(min: 0))),
      .required("minimumQuantity", .nullable(.integer(min: 1))),
      .required("leadTimeDays", .nullable(.integer(min: 0))),
      .required("luxury", .boolean, "Whether it bears luxury tax (PPnBM)."),
      .required("standardPriceCode", .nullable(.text(max: 100))), .required("listedAt", .nullable(.dateTime)),
      .required("pictures", .array(of: ProductPicture.shape)),
      .required("allowedTransitions", .array(of: .oneOf(ProductTransition.self))),
      .required("createdAt", .dateTime), .required("version", .integer(min: 1)),
    ]))
}

extension ProductContent: RowDecodable {
  package init(row: inout Row) throws {
    name = try row.next()
    description = try row.next()
    category = try row.next()
    unitOfMeasure = try row.next()
    price = try row.next()
    priceIncludesVat = try row.next()
    taxClass = try row.code(TaxClass.self)
    sku = try row.next(String?.self)
    localContentPercent = try row.next(Int64?.self)
    stock = try row.next(Int64?.self)
    minimumQuantity = try row.next(Int64?.self)
    leadTimeDays = try row.next(Int64?.self)
    isLuxury = try row.next()
  }
}
