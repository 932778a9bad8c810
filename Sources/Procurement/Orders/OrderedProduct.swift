package import EOrderRules
package import Foundation
package import Postgres
import Tenancy

/// A product as an order takes it: its terms now and its standard price.
package struct OrderedProduct: RowDecodable, Sendable {
  package let id: UUID
  package let vendorID: UUID
  package let state: ProductState
  package let name: String
  package let category: String
  package let unitOfMeasure: String
  package let price: Rupiah
  package let priceIncludesVat: Bool
  package let taxClass: TaxClass
  package let stock: Int64?
  package let minimumQuantity: Int64?
  package let listedAt: Date?
  package let standardPrice: Rupiah?
  package let localContentPercent: Int64?
  package let isLuxury: Bool

  package init(row: inout Row) throws {
    id = try row.next()
    vendorID = try row.next()
    state = ProductState(rawValue: try row.next()) ?? .draft
    name = try row.next()
    category = try row.next()
    unitOfMeasure = try row.next()
    price = try row.next()
    priceIncludesVat = try row.next()
    taxClass = TaxClass(rawValue: try row.next()) ?? .goods
    stock = try row.next(Int64?.self)
    minimumQuantity = try row.next(Int64?.self)
    listedAt = try row.next(Date?.self)
    standardPrice = try row.next(Rupiah?.self)
    localContentPercent = try row.next(Int64?.self)
    isLuxury = try row.next()
  }

  /// The products of these ids, with the standard price that is in force on a day.
  static func select(_ ids: SQL, on day: Day) -> SQL {
    """
    SELECT p.id, p.vendor_id, p.state, p.name, p.category, p.unit_of_measure, p.price, p.price_includes_vat,
           p.tax_class, p.stock, p.minimum_quantity, p.listed_at, s.price, p.local_content_percent,
           p.luxury
    FROM product p LEFT JOIN standard_price s
      ON s.code = p.standard_price_code AND \(StandardPriceRow.isInForce("s", on: day))
    WHERE p.id IN (\(ids))
    """
  }

  /// The product at the price and under the terms of an offer: listed or not, and whatever the catalogue says of
  /// stock, it is what the vendor offered (domain.md §7.4, `submit`).
  func offered(_ content: OfferContent, at price: Rupiah) -> OrderedProduct {
    OrderedProduct(
      id: id, vendorID: vendorID, name: name, category: category, unitOfMeasure: unitOfMeasure, price: price,
      priceIncludesVat: content.priceIncludesVat, taxClass: taxClass, standardPrice: standardPrice,
      localContentPercent: localContentPercent, isLuxury: isLuxury)
  }

  /// Goes by what a line has frozen of it, as its offer had it.
  mutating func take(_ line: OrderLineRecord) {
    self = OrderedProduct(
      id: id, vendorID: vendorID, name: line.name, category: line.category,
      unitOfMeasure: line.unitOfMeasure, price: line.unitPrice, priceIncludesVat: line.priceIncludesVat,
      taxClass: line.taxClass, standardPrice: standardPrice, localContentPercent: localContentPercent,
      isLuxury: line.isLuxury)
  }

  /// A product as an offer has it.
  init(
    id: UUID, vendorID: UUID, name: String, category: String, unitOfMeasure: String, price: Rupiah,
    priceIncludesVat: Bool, taxClass: TaxClass, standardPrice: Rupiah?, localContentPercent: Int64?,
    isLuxury: Bool = false
  ) {
    self.id = id
    self.vendorID = vendorID
    state = .listed
    self.name = name
    self.category = category
    self.unitOfMeasure = unitOfMeasure
    self.price = price
    self.priceIncludesVat = priceIncludesVat
    self.taxClass = taxClass
    stock = nil
    minimumQuantity = nil
    listedAt = nil
    self.standardPrice = standardPrice
    self.localContentPercent = localContentPercent
    self.isLuxury = isLuxury
  }

  func facts(quantity: Int64, at now: Date) -> LineFacts {
    var line = LineFacts(
      productId: id.lowercased, category: category, taxClass: taxClass, unitPrice: price,
      priceIncludesVat: priceIncludesVat, quantity: quantity, standardPrice: standardPrice)
    line.productState = state
    line.stock = stock
    line.minimumQuantity = minimumQuantity
    line.localContentPercent = localContentPercent
    line.isLuxury = isLuxury
    if let listedAt { line.setListed(at: listedAt, now: now) }
    return line
  }
}
