extension OrderTotals {
  /// Nothing at all.
  package static let zero = OrderTotals(
    priceExVat: 0, vatBase: 0, vat: 0, vatCollected: 0, gross: 0, withheld: 0, netToVendor: 0)

  /// Each amount together with the other's.
  package func adding(_ other: OrderTotals) throws(AmountOverflow) -> OrderTotals {
    OrderTotals(
      priceExVat: try priceExVat.adding(other.priceExVat), vatBase: try vatBase.adding(other.vatBase),
      vat: try vat.adding(other.vat), vatCollected: try vatCollected.adding(other.vatCollected),
      gross: try gross.adding(other.gross), withheld: try withheld.adding(other.withheld),
      netToVendor: try netToVendor.adding(other.netToVendor))
  }

  /// Each amount less the other's.
  package func subtracting(_ other: OrderTotals) throws(AmountOverflow) -> OrderTotals {
    OrderTotals(
      priceExVat: try priceExVat.subtracting(other.priceExVat),
      vatBase: try vatBase.subtracting(other.vatBase),
      vat: try vat.subtracting(other.vat), vatCollected: try vatCollected.subtracting(other.vatCollected),
      gross: try gross.subtracting(other.gross), withheld: try withheld.subtracting(other.withheld),
      netToVendor: try netToVendor.subtracting(other.netToVendor))
  }

  /// The same amounts with another income tax taken out of them.
  func withholding(_ tax: Rupiah) throws(AmountOverflow) -> OrderTotals {
    OrderTotals(
      priceExVat: priceExVat, vatBase: vatBase, vat: vat, vatCollected: vatCollected, gross: gross,
      withheld: tax, netToVendor: try gross.subtracting(vatCollected).subtracting(tax))
  }

  /// Whether an amount lies below nothing, as a difference may.
  var hasNegative: Bool {
    [priceExVat, vatBase, vat, vatCollected, gross, withheld, netToVendor].contains { $0 < .zero }
  }
}
