package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A product as a page of the catalogue shows it.
package struct CatalogueItem: RowDecodable, Sendable {
  package let id: UUID
  package let vendorID: UUID
  package let vendorName: String
  package let state: ProductState
  package let name: String
  package let category: String
  package let unitOfMeasure: String
  package let price: Rupiah
  package let priceIncludesVat: Bool
  package let taxClass: TaxClass
  package let sku: String?
  package let regionCode: String
  package let minimumQuantity: Int64?
  package let createdAt: Date
  package let version: Int
  /// The first of its pictures.
  package let picture: ProductPicture?
  /// How well it fits the words that were asked for, as the list is sorted by it; 0 without words.
  let rank: Int64

  package init(row: inout Row) throws {
    id = try row.next()
    vendorID = try row.next()
    vendorName = try row.next()
    state = try row.code()
    name = try row.next()
    category = try row.next()
    unitOfMeasure = try row.next()
    price = try row.next()
    priceIncludesVat = try row.next()
    taxClass = try row.code()
    sku = try row.next(String?.self)
    regionCode = try row.next()
    minimumQuantity = try row.next(Int64?.self)
    createdAt = try row.next()
    version = try row.next()
    picture = try row.next(String?.self).flatMap(ProductPicture.init(text:))
    rank = try row.next()
  }

  /// The columns above; the caller adds the rank and what follows.
  static let columns: SQL = """
    SELECT p.id, p.vendor_id, p.vendor_name, p.state, p.name, p.category, p.unit_of_measure, p.price,
           p.price_includes_vat, p.tax_class, p.sku, p.region_code, p.minimum_quantity, p.created_at,
           p.version, \(ProductPicture.first)
    """

  func write(into object: inout ObjectWriter) {
    object.member("id", id)
    object.member("vendorId", vendorID)
    object.member("vendorName", vendorName)
    object.member("state", state.rawValue)
    object.member("name", name)
    object.member("category", category)
    object.member("unitOfMeasure", unitOfMeasure)
    object.member("price", price.amount)
    object.member("priceIncludesVat", priceIncludesVat)
    object.member("taxClass", taxClass.rawValue)
    object.member("sku", sku)
    object.member("regionCode", regionCode)
    object.member("minimumQuantity", minimumQuantity)
    object.member("createdAt", createdAt)
    object.member("version", Int64(version))
    object.member("picture", picture.map { ProductPicture.path($0.sha256) })
  }

  /// What the API shows of a product in a list.
  package static let answer = Shape.component(
    "CatalogueItem",
    .object([
      .required("id", .uuid), .required("vendorId", .uuid), .required("vendorName", .name),
      .required("state", .oneOf(ProductState.self)), .required("name", .name),
      .required("category", .text(max: 40)),
      .required("unitOfMeasure", ProductContent.unitOfMeasure), .required("price", .integer(min: 1)),
      .required("priceIncludesVat", .boolean), .required("taxClass", .oneOf(TaxClass.self)),
      .required("sku", .nullable(.text(max: 100))), .required("regionCode", .text(.regionCode)),
      .required("minimumQuantity", .nullable(.integer(min: 1))), .required("createdAt", .dateTime),
      .required("version", .integer(min: 1)),
      .required("picture", .nullable(.text(max: 100)), "The address of its first picture."),
    ]))
}
