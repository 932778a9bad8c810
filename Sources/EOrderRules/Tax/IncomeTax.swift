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
  /// A line is a luxury, which bears a tax of its own.
  case luxury
  /// The vendor is a taxpayer of another country.
  case foreign
  /// The vendor brings a certificate that nothing is withheld, of which the decision table speaks for platforms alone.
  case exemption = "skb"

  /// What asks for the look, and its regulation: a setting of the province, or a row of the nation.
  func basis(_ national: NationalRules, on day: Day) -> (rule: String, legal: String?) {
    if let row = code.flatMap({ national.row($0, on: day) }) { return (row.name, row.legal) }
    let setting = self == .exemptBand ? "tax.umkm_crossing" : "tax.no_npwp_policy"
    return (setting, RuleKey.byName[setting]?.legal)
  }

  /// The national row without which nobody looks; nil where a setting of the province asks.
  var code: NationalCode? {
    switch self {
    case .exemptBand, .noTaxNumber: nil
    case .luxury: .luxuryReview
    case .foreign: .foreignReview
    case .exemption: .exemptionReview
    }
  }
}

extension TaxSituation {
  /// Why a person looks at the order whatever row of the decision table it falls under: this is tested before
  /// them all.
  func reviews(_ lines: [LineFacts]) -> [ReviewReason] {
    let found: [(ReviewReason, Bool)] = [
      (.noTaxNumber, vendor.npwp == nil && settings.noNumber == .review),
      (.luxury, lines.contains(where: \.isLuxury)), (.foreign, vendor.isForeign),
      (.exemption, collects && !isPlatform && isExempt),
    ]
    return found.filter { reason, isSo in
      isSo && (reason.code.map { national.row($0, on: day) != nil } ?? true)
    }.map(\.0)
  }

  /// Whether the vendor has a certificate that nothing is withheld which holds on the day.
  private var isExempt: Bool { vendor.withholdingExemption.map { $0.validUntil >= day } ?? false }

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
      let isFree = isPlatform && isExempt
      let amount = isDue && !isFree ? try share.taxed.times(applied).rounded() : .zero
      let alone = TaxLine(
        code: code, rule: row.name, legal: row.legal, base: try base.rounded(), amount: amount,
        collectedBy: amount == .zero ? .none : isPlatform ? .platform : .treasurer, lines: group.products)
      let isShared = hasThreshold && isDue && amount > .zero
      let line = isShared ? try shared(alone, of: group, rate: applied) : alone
      return IncomeTax(line: line, needsReview: isDue && !isFree && share.needsReview)
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
