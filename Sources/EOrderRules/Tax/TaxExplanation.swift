/// How a tax came to its amount, so that whoever pays or bears it can reckon it again.
package struct TaxExplanation: Hashable, Sendable {
  /// Why an amount is not what rate and base alone make.
  package enum Difference: Hashable, Sendable {
    /// Each line, or each part of a delivery, was rounded to whole rupiah by itself.
    case rounding
    /// A part of the price falls within the turnover of the year that bears no tax.
    case exemptBand
    /// The turnover has passed that limit since, so that tax on what was delivered before is still to come.
    case bandPassed
    /// Some of the goods are luxuries, which bear value-added tax on their whole price.
    case luxury
  }

  /// What the tax is reckoned from; of payments that are one with others of the day, all of them.
  package let base: Rupiah
  /// The part of the base that the rate applies to.
  package let part: Ratio
  /// The rate of the law.
  package let plainRate: Ratio
  /// By what the rate is multiplied, since the vendor has no taxpayer number; one where it is not.
  package let surcharge: Ratio
  /// The rate that was applied.
  package let rate: Ratio
  /// What base, part and rate make, rounded once.
  package let reckoned: Rupiah
  /// What comes to that or goes off it; zero where nothing does.
  package let difference: Rupiah
  /// Why.
  package private(set) var why: Difference?

  /// What it comes to in the end.
  package var amount: Rupiah { Rupiah(reckoned.amount + difference.amount) }
}

extension TaxLine {
  /// How the tax came about; nil where the national rules do not know its rule, or its amount is not theirs.
  package func explanation(_ national: NationalRules) -> TaxExplanation? {
    let name = rule.split(separator: "@").first.map(String.init) ?? ""
    guard let code = NationalCode(rawValue: name),
      let row = national.history(of: code).first(where: { $0.name == rule })
    else { return nil }
    return try? row.explanation(of: self)
  }
}

extension NationalRow {
  fileprivate func explanation(of tax: TaxLine) throws(AmountOverflow) -> TaxExplanation? {
    guard let rate else { return nil }
    let plain = try TaxExplanation(tax, rate, part: base, surcharge: .one)
    var ways = [plain]
    if surcharge != .one { ways.append(try TaxExplanation(tax, rate, part: base, surcharge: surcharge)) }
    // Luxuries bear the whole rate (PMK 131/2024 Art. 2).
    if tax.code == .ppn, base != .one {
      ways.append(try TaxExplanation(tax, rate, part: .one, surcharge: .one))
    }
    if let exact = ways.first(where: { $0.difference == .zero }) { return exact }
    if let near = ways.first(where: { $0.isRounding(of: tax) }) { return near.with(.rounding) }
    if tax.code == .ppn, plain.difference > .zero { return plain.with(.luxury) }
    guard code == .pphFinal || code == .pph22Platform else { return nil }
    return plain.with(plain.difference < .zero ? .exemptBand : .bandPassed)
  }
}

extension TaxExplanation {
  /// Parts in which an order is delivered, of which each may have been rounded by itself.
  private static let mostParts: Int64 = 12

  fileprivate init(
    _ tax: TaxLine, _ plain: Ratio, part: Ratio, surcharge: Ratio
  ) throws(AmountOverflow) {
    base = tax.shared?.base ?? tax.base
    self.part = part
    plainRate = plain
    self.surcharge = surcharge
    rate = try plain.times(surcharge)
    reckoned = try rate.times(part).of(base)
    difference = try (tax.shared?.amount ?? tax.amount).subtracting(reckoned)
    why = nil
  }

  /// Whether the difference is no more than lines and parts make that are rounded by themselves.
  fileprivate func isRounding(of tax: TaxLine) -> Bool {
    abs(difference.amount) <= Int64(tax.lines.count) + Self.mostParts
  }

  fileprivate func with(_ why: Difference) -> TaxExplanation {
    var told = self
    told.why = why
    return told
  }
}
