/// How a line of an order is taxed; it belongs to the product's category.
package enum TaxClass: String, Sendable, CaseIterable {
  case goods, service, catering, exempt

  /// Whether a vendor registered for VAT bills it on this class; catering bears the regional PBJT instead.
  package var bearsVat: Bool { self == .goods || self == .service }
}
