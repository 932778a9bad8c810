extension [LineAmounts] {
  /// Amounts in the place of these that add up to the totals of an order whose value was lowered: what bears VAT, as its
  /// taxes tell, goes to the lines that bear it, the rest to the others, each by its size.
  package func lowered(to totals: OrderTotals, taxes: [TaxLine]) throws(AmountOverflow) -> [LineAmounts] {
    let vat = taxes.filter { $0.code == .ppn }
    // A sum so small that no VAT falls on it is shared by all.
    let bears: (LineAmounts) -> Bool = { $0.vat > .zero && !vat.isEmpty }
    let (bearing, others) = (filter(bears), filter { !bears($0) })
    var (price, billed) = (try vat.map(\.base).total(), try vat.map(\.amount).total())
    if others.isEmpty {
      (price, billed) = (totals.priceExVat, try totals.gross.subtracting(totals.priceExVat))
    }
    var gross = try price.adding(billed).shared(by: bearing.map(\.gross))[...]
    var prices = try price.shared(by: bearing.map(\.priceExVat))[...]
    var bases = try totals.vatBase.shared(by: (vat.isEmpty ? others : bearing).map(\.vatBase))[...]
    var rest = try totals.gross.subtracting(price).subtracting(billed).shared(by: others.map(\.gross))[...]
    var amounts: [LineAmounts] = []
    for line in self {
      guard bears(line) else {
        let price = rest.removeFirst()
        let base = vat.isEmpty ? bases.removeFirst() : .zero
        amounts.append(LineAmounts(priceExVat: price, vatBase: base, vat: 0, gross: price))
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
