/// All amounts and taxes of an order.
package struct TaxAssessment: Sendable {
  /// The amounts of each line, in the order of the facts.
  package let lines: [LineAmounts]
  /// Every tax with its rule.
  package let taxes: [TaxLine]
  /// The amounts of the whole order.
  package let totals: OrderTotals
  /// Why a person has to look at the taxes; empty where nobody has to.
  package let reviews: [ReviewReason]
  /// This payment and the day's others, as far as a threshold counts; empty where it stands alone.
  let payments: [PaymentFacts]
}

/// Reckons the taxes of an order by the rules in force on its day.
///
/// Throws where an amount leaves 64 bits, or the nation has no rule yet on that day.
package func assessTaxes(_ facts: OrderFacts, _ rulebook: Rulebook) throws(RulesError) -> TaxAssessment {
  var situation = TaxSituation(facts, rulebook)
  let (lines, groups) = try grouped(facts.lines, facts, rulebook)
  if let whole = facts.whole { situation.whole = try grouped(whole, facts, rulebook).groups }
  let others = try sameDay(facts, rulebook)
  situation.sameDay = others
  var band = try ExemptBand(situation)
  var taxes: [TaxLine] = []
  var reviews = situation.reviews(facts.lines)
  for group in groups {
    if let line = try situation.vatLine(of: group) { taxes.append(line) }
    if let tax = try situation.incomeTax(of: group, band: &band) {
      taxes.append(tax.line)
      if tax.needsReview, !reviews.contains(.exemptBand) { reviews.append(.exemptBand) }
    }
  }
  do {
    let totals = try OrderTotals(lines: lines, taxes: taxes)
    return TaxAssessment(
      lines: lines, taxes: taxes, totals: totals, reviews: reviews,
      payments: try situation.payments(groups, others, facts))
  } catch {
    throw .overflow
  }
}

/// The groups of the day's other payments.
private func sameDay(_ facts: OrderFacts, _ rulebook: Rulebook) throws(RulesError) -> [SameDayGroup] {
  var groups: [SameDayGroup] = []
  for payment in facts.sameDay {
    groups += try grouped(payment.lines, facts, rulebook).groups.map {
      SameDayGroup(payment: payment, group: $0)
    }
  }
  return groups
}

/// The amounts of lines, and the groups that they make.
private func grouped(
  _ facts: [LineFacts], _ order: OrderFacts, _ rulebook: Rulebook
) throws(RulesError) -> (lines: [LineAmounts], groups: [TaxGroup]) {
  let vat = try rulebook.national.inForce(.ppn, on: order.date)
  var lines: [LineAmounts] = []
  for line in facts {
    lines.append(try LineAmounts(line, vatRegistered: order.vendor.vatRegistered, vat: vat))
  }
  do { return (lines, try TaxGroup.of(facts, lines)) } catch { throw .overflow }
}

extension OrderTotals {
  /// The sums of the lines, and what the collected taxes leave to the vendor.
  init(lines: [LineAmounts], taxes: [TaxLine]) throws(AmountOverflow) {
    priceExVat = try lines.map(\.priceExVat).total()
    vatBase = try lines.map(\.vatBase).total()
    vat = try lines.map(\.vat).total()
    gross = try lines.map(\.gross).total()
    let isTaken: (TaxLine) -> Bool = { $0.collectedBy == .treasurer || $0.collectedBy == .platform }
    vatCollected = try taxes.filter { $0.code == .ppn && isTaken($0) }.map(\.amount).total()
    withheld = try taxes.filter { $0.code != .ppn && isTaken($0) }.map(\.amount).total()
    netToVendor = try gross.subtracting(vatCollected).subtracting(withheld)
  }
}
