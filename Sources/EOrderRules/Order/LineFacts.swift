package import FoundationEssentials

/// One line of an order, with what is known of its product.
package struct LineFacts: Sendable {
  /// The product's id; lines are named by it in tax lines and explanations.
  package var productId: String
  /// The code of the product's category.
  package var category: String
  /// How the line is taxed.
  package var taxClass: TaxClass
  /// The price of one unit, as the vendor states it.
  package var unitPrice: Rupiah
  /// Whether that price contains VAT; counts only where the vendor bills VAT.
  package var priceIncludesVat: Bool
  /// How many units, at least 1.
  package var quantity: Int64
  /// The standard price (SSH) of one unit with all taxes; nil where the product has none.
  package var standardPrice: Rupiah?
  /// Where the product stands; nil where that is not part of the facts.
  package var productState: ProductState?
  /// How many units the vendor has; nil where it keeps no count.
  package var stock: Int64?
  /// The least quantity that the vendor sells; nil where there is none.
  package var minimumQuantity: Int64?
  /// The share of local content (TKDN) in percent; nil where it is not known.
  package var localContentPercent: Int64?
  /// Whether it is a luxury, which bears the whole rate of VAT and a tax of its own that a person decides on.
  package var isLuxury = false
  /// What the catalogue asks for one unit now, on the same terms as the line's price; nil where that is the price itself,
  /// or not part of the facts.
  package var listedPrice: Rupiah?
  /// How long ago the product was listed, in seconds; nil where that is not part of the facts.
  package var secondsListed: Int64?
  /// What the province paid of late for one unit of the same thing, without VAT; this order is not among it.
  package var paidPrices: [PaidPrice] = []

  /// A line with what every line has.
  package init(
    productId: String, category: String, taxClass: TaxClass, unitPrice: Rupiah, priceIncludesVat: Bool,
    quantity: Int64, standardPrice: Rupiah? = nil
  ) {
    self.productId = productId
    self.category = category
    self.taxClass = taxClass
    self.unitPrice = unitPrice
    self.priceIncludesVat = priceIncludesVat
    self.quantity = quantity
    self.standardPrice = standardPrice
  }

  /// Notes how long the product has been listed.
  package mutating func setListed(at listed: Date, now: Date) {
    let (seconds, overflow) = now.wholeSeconds.subtractingReportingOverflow(listed.wholeSeconds)
    secondsListed = overflow ? .max : max(seconds, 0)
  }
}
