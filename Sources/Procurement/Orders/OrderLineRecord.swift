package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// One line of an order, frozen as it was when the order was placed.
package struct OrderLineRecord: RowDecodable, Sendable {
  package let id: UUID
  package let productID: UUID
  package let name: String
  package let category: String
  package let unitOfMeasure: String
  package let unitPrice: Rupiah
  package let priceIncludesVat: Bool
  package let taxClass: TaxClass
  let isLuxury: Bool
  package let quantity: Int64
  package var accepted: Int64?
  /// What was handed over in parts so far.
  package var handedOver: Int64 = 0
  package var priceExVat: Rupiah
  package var vatBase: Rupiah
  package var vat: Rupiah
  package var gross: Rupiah

  init(_ product: OrderedProduct, quantity: Int64, amounts: LineAmounts, at now: Date) {
    id = .version7(at: now)
    productID = product.id
    name = product.name
    category = product.category
    unitOfMeasure = product.unitOfMeasure
    unitPrice = product.price
    priceIncludesVat = product.priceIncludesVat
    taxClass = product.taxClass
    isLuxury = product.isLuxury
    self.quantity = quantity
    priceExVat = amounts.priceExVat
    vatBase = amounts.vatBase
    vat = amounts.vat
    gross = amounts.gross
  }

  package init(row: inout Row) throws {
    id = try row.next()
    productID = try row.next()
    name = try row.next()
    category = try row.next()
    unitOfMeasure = try row.next()
    unitPrice = try row.next()
    priceIncludesVat = try row.next()
    taxClass = TaxClass(rawValue: try row.next()) ?? .goods
    quantity = try row.next()
    accepted = try row.next(Int64?.self)
    handedOver = try row.next()
    priceExVat = try row.next()
    vatBase = try row.next()
    vat = try row.next()
    gross = try row.next()
    isLuxury = try row.next()
  }

  static let columns: SQL = """
    id, product_id, name, category, unit_of_measure, unit_price, price_includes_vat, tax_class,
    quantity, accepted, handed_over, price_ex_vat, vat_base, vat, gross, luxury
    """

  package static func select(order: UUID) -> SQL {
    "SELECT \(columns) FROM order_line WHERE order_id = \(order) ORDER BY position"
  }

  /// Those of several orders, each led by its order's id.
  static func select(orders: [UUID]) -> SQL {
    "SELECT order_id, \(columns) FROM order_line WHERE order_id = ANY (\(SQLArray(orders))) ORDER BY order_id, position"
  }

  package var json: JSONValue {
    [
      "id": JSONValue(id), "productId": JSONValue(productID), "name": .string(name),
      "unitOfMeasure": .string(unitOfMeasure), "unitPrice": JSONValue(unitPrice),
      "priceIncludesVat": .bool(priceIncludesVat), "taxClass": .string(taxClass.rawValue),
      "quantity": .integer(quantity), "accepted": JSONValue(accepted), "priceExVat": JSONValue(priceExVat),
      "vatBase": JSONValue(vatBase), "vat": JSONValue(vat), "gross": JSONValue(gross),
    ]
  }

  var amounts: LineAmounts {
    LineAmounts(priceExVat: priceExVat, vatBase: vatBase, vat: vat, gross: gross)
  }

  /// The line as a decision sees it, with the quantity that counts.
  func facts(quantity: Int64) -> LineFacts {
    var line = LineFacts(
      productId: productID.lowercased, category: category, taxClass: taxClass, unitPrice: unitPrice,
      priceIncludesVat: priceIncludesVat, quantity: quantity)
    line.isLuxury = isLuxury
    return line
  }

  /// The line as its taxes see it where a sum that includes them is due of it.
  func facts(worth gross: Rupiah) -> LineFacts {
    var line = LineFacts(
      productId: productID.lowercased, category: category, taxClass: taxClass, unitPrice: gross,
      priceIncludesVat: true, quantity: 1)
    line.isLuxury = isLuxury
    return line
  }
}
