extension LineAmounts {
  /// The amounts of a line; VAT only where the vendor is registered and the class bears it.
  ///
  /// Price, base and VAT are rounded here, once per line. A price that contains VAT is parted by taking the
  /// price without it and leaving the rest as VAT, which always adds up again.
  init(_ line: LineFacts, vatRegistered: Bool, vat: NationalRow) throws(RulesError) {
    guard let rate = vat.rate else { throw .incomplete(vat.code.rawValue) }
    do throws(AmountOverflow) {
      let price = try line.unitPrice.times(line.quantity)
      guard vatRegistered, line.taxClass.bearsVat else {
        self.init(priceExVat: price, vatBase: 0, vat: 0, gross: price)
        return
      }
      // The lowered base is for what is no luxury (PMK 131/2024 Art. 2 and 3).
      let base = line.isLuxury ? Ratio.one : vat.base
      let effective = try rate.times(base)
      let priceExVat = line.priceIncludesVat ? try effective.withoutItself.of(price) : price
      let billed =
        line.priceIncludesVat ? try price.subtracting(priceExVat) : try effective.of(priceExVat)
      self.init(
        priceExVat: priceExVat, vatBase: try base.of(priceExVat), vat: billed,
        gross: try priceExVat.adding(billed))
    } catch {
      throw .overflow
    }
  }
}
