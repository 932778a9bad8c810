/// The lines of one tax class in one payment: one withholding slip, one look at each threshold.
struct TaxGroup {
  /// The class of all its lines.
  let taxClass: TaxClass
  /// The products, in the order of the lines.
  let products: [String]
  /// The price without VAT.
  let priceExVat: Rupiah
  /// The VAT billed.
  let vat: Rupiah
  /// Price and VAT.
  let gross: Rupiah

  /// The groups of an order, in the order in which their classes appear.
  static func of(_ lines: [LineFacts], _ amounts: [LineAmounts]) throws(AmountOverflow) -> [TaxGroup] {
    var classes: [TaxClass] = []
    for line in lines where !classes.contains(line.taxClass) { classes.append(line.taxClass) }
    var groups: [TaxGroup] = []
    for taxClass in classes {
      let members = zip(lines, amounts).filter { $0.0.taxClass == taxClass }
      groups.append(
        TaxGroup(
          taxClass: taxClass, products: members.map(\.0.productId),
          priceExVat: try members.map(\.1.priceExVat).total(),
          vat: try members.map(\.1.vat).total(),
          gross: try members.map(\.1.gross).total()))
    }
    return groups
  }
}
