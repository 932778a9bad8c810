extension TaxSituation {
  /// The VAT of a group, with who deposits it; nil where none is billed.
  func vatLine(of group: TaxGroup) throws(RulesError) -> TaxLine? {
    guard vendor.vatRegistered, group.taxClass.bearsVat else { return nil }
    let row = try national.inForce(.ppn, on: day)
    return TaxLine(
      code: .ppn, rule: row.name, legal: row.legal, base: group.priceExVat, amount: group.vat,
      collectedBy: try vatCollector(of: group), lines: group.products)
  }

  private func vatCollector(of group: TaxGroup) throws(RulesError) -> Collector {
    guard collects else { return .vendor }
    // The threshold is the treasurer's (PMK 231/2019); an appointed platform collects from the first rupiah.
    if isPlatform { return .platform }
    let measure = try measured(group) { settings.vatThresholdBasis == .gross ? $0.gross : $0.priceExVat }
    return try isCollected(measure) ? .treasurer : .vendor
  }

  /// Whether a payment is large enough for the treasurer to collect; exactly the threshold is not.
  func isCollected(_ measure: Rupiah) throws(RulesError) -> Bool {
    let row = try national.inForce(.minimumCollected, on: day)
    guard let minimum = row.amount else { throw .incomplete(row.code.rawValue) }
    return measure > minimum
  }
}
