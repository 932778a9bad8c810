extension [LineAmounts] {
  /// Amounts in the place of these that add up to the totals of an order whose value was lowered: what bears VAT, as its
  /// taxes tell, goes to the lines that bear it, the rest to the others, each by its size.
  package func lowered(to totals: OrderTotals, taxes: [TaxLine]) throws(AmountOverflow) -> [LineAmounts] {
    let vat = taxes.filter { $0.code == .ppn }
    let (price, billed) = (try vat.map(\.base).total(), try vat.map(\.amount).total())
    let bearing = filter { $0.vat > .zero }
    let others = filter { $0.vat == .zero }
    var gross = try price.adding(billed).shared(by: bearing.map(\.gross))[...]
    var prices = try price.shared(by: bearing.map(\.priceExVat))[...]
    var bases = try totals.vatBase.shared(by: bearing.map(\.vatBase))[...]
    var rest = try totals.gross.subtracting(price).subtracting(billed).shared(by: others.map(\.gross))[...]
    var amounts: [LineAmounts] = []
    for line in self {
      guard line.vat > .zero else {
        let price = rest.removeFirst()
        amounts.append(LineAmounts(priceExVat: price, vatBase: 0, vat: 0, gross: price))
        continue
      }
      let (whole, price) = (gross.removeFirst(), prices.removeFirst())
      amounts.append(
        LineAmounts(
          priceExVat: price, vatBase: bases.removeFirst(), vat: try whole.subtracting(price), gross: whole))
    }
    return amounts
  }
}
