/// The income tax of one group, and whether a person has to look at it.
struct IncomeTax {
  let line: TaxLine
  let needsReview: Bool
}

/// Why a person has to decide how an order is taxed.
package enum ReviewReason: String, Sendable, CaseIterable {
  /// The order crosses the end of the exempt band, or the turnover is unknown.
  case exemptBand = "exempt_band"
  /// The vendor has no taxpayer number, and the province wants to look at that.
  case noTaxNumber = "no_npwp"

  /// The setting that asks for the look, whose regulation is the reason's.
  var setting: String {
    switch self {
    case .exemptBand: "tax.umkm_crossing"
    case .noTaxNumber: "tax.no_npwp_policy"
    }
  }
}

extension TaxSituation {
  /// Why a person looks at the order whatever row of the decision table it falls under: this is tested before
  /// them all.
  var reviews: [ReviewReason] {
    vendor.npwp == nil && settings.noNumber == .review ? [.noTaxNumber] : []
  }

  /// The income tax on a group by the decision table: class exempt, credit card, platform, then by class and
  /// letter; nil where none applies.
  func incomeTax(of group: TaxGroup, band: inout ExemptBand?) throws(RulesError) -> IncomeTax? {
    guard collects else { return nil }
    if group.taxClass == .exempt {
      // No tax, but turnover all the same: it brings the vendor nearer to the end of the band.
      try counted { () throws(AmountOverflow) in _ = try band?.use(ExactAmount(group.priceExVat)) }
      return nil
    }
    if isPlatform {
      return try withhold(.pph22, try national.inForce(.pph22Platform, on: day), from: group, band: &band)
    }
    if let letter = try finalTax() { return try withhold(.pphFinal, letter, from: group, band: &band) }
    var none: ExemptBand?
    if group.taxClass == .goods {
      return try withhold(.pph22, try national.inForce(.pph22Treasurer, on: day), from: group, band: &none)
    }
    return vendor.legalForm.isIndividual
      ? try withhold(.pph21, try national.inForce(.pph21, on: day), from: group, band: &none)
      : try withhold(.pph23, try national.inForce(.pph23, on: day), from: group, band: &none)
  }

  private func withhold(
    _ code: TaxCode, _ row: NationalRow, from group: TaxGroup, band: inout ExemptBand?
  ) throws(RulesError) -> IncomeTax {
    guard let rate = row.rate else { throw .incomplete(row.code.rawValue) }
    let hasThreshold = group.taxClass == .goods && !isPlatform
    let isDue = hasThreshold ? try isCollected(measured(group, \.priceExVat)) : true
    let lacksNumber = vendor.npwp == nil && row.surcharge != .one
    do throws(AmountOverflow) {
      let base = try taxBase(of: group)
      let share = try band?.use(base) ?? ExemptBand.Share(taxed: base, needsReview: false)
      let full = try rate.times(row.base)
      let applied = lacksNumber ? try full.times(row.surcharge) : full
      let amount = isDue ? try share.taxed.times(applied).rounded() : .zero
      let alone = TaxLine(
        code: code, rule: row.name, legal: row.legal, base: try base.rounded(), amount: amount,
        collectedBy: amount == .zero ? .none : isPlatform ? .platform : .treasurer, lines: group.products)
      let isShared = hasThreshold && isDue && amount > .zero
      let line = isShared ? try shared(alone, of: group, rate: applied) : alone
      return IncomeTax(line: line, needsReview: isDue && share.needsReview)
    } catch {
      throw .overflow
    }
  }

  /// The price that income tax is reckoned from, not yet rounded: without VAT, and for meals, where the
  /// province says so, without the regional tax in the price. A platform reckons from the invoice without VAT
  /// and nothing else (PMK 58/2022).
  private func taxBase(of group: TaxGroup) throws(AmountOverflow) -> ExactAmount {
    let price = ExactAmount(group.priceExVat)
    guard group.taxClass == .catering, !isPlatform, !settings.withholdsOnRegionalTax,
      let regional = national.row(.pbjt, on: day)?.rate
    else { return price }
    return try price.times(regional.withoutItself)
  }
}
