/// What a part of an order comes to, with its taxes.
package struct PartAssessment: Sendable {
  /// The amounts of the part.
  package let totals: OrderTotals
  /// Its taxes; those on which nothing falls are left out.
  package let taxes: [TaxLine]

  /// A part as it is kept.
  package init(totals: OrderTotals, taxes: [TaxLine]) {
    self.totals = totals
    self.taxes = taxes
  }
}

/// Reckons a part of an order: everything handed over so far less what the parts before it came to, so that the parts
/// add up to the whole, rupiah by rupiah, whatever was rounded. The thresholds look at the whole transaction, of which
/// each part is a payment broken out (`TAX_NO_SPLIT`, PMK 231/2019 jo. 59/2022).
///
/// - Parameters:
///   - soFar: The order with the quantities handed over up to and with this part; its `whole` holds all lines.
///   - part: The lines of this part alone, which count where the vendor's taxes have changed since the parts before.
///   - before: The parts before it.
package func assessPart(
  soFar: OrderFacts, part: [LineFacts], before: [PartAssessment], _ version: Rulebook
) throws(RulesError) -> PartAssessment {
  let rulebook = try version.on(soFar.date)
  let assessment = try assessTaxes(soFar, rulebook)
  var alone = soFar
  alone.lines = part
  do throws(AmountOverflow) {
    let totals = try assessment.totals.subtracting(try before.totals())
    let rest = PartAssessment(totals: totals, taxes: try assessment.taxes.less(before.flatMap(\.taxes)))
    if try rest.isWhole() { return rest }
    let own = PartAssessment(try assess(alone, rulebook))
    guard try rest.billsAsBefore() else { return own }
    return try rest.withIncomeTaxes(of: own)
  } catch {
    throw .overflow
  }
}

/// The taxes of facts for those who count amounts only: that the nation has rules on the day is known by then.
private func assess(_ facts: OrderFacts, _ rulebook: Rulebook) throws(AmountOverflow) -> TaxAssessment {
  do throws(RulesError) { return try assessTaxes(facts, rulebook) } catch { throw AmountOverflow() }
}

/// Reckons a part that is paid by itself. A vendor in the exempt band is taxed on what this payment adds to its turnover
/// and on nothing that was paid before: what fell within the band then stays free.
///
/// - Parameters: As of `assessPart`; the turnover of `soFar` is that without the order, to which what was paid of it
///   before comes.
package func assessPayment(
  soFar: OrderFacts, part: [LineFacts], before: [PartAssessment], paid: [PartAssessment], _ version: Rulebook
) throws(RulesError) -> PartAssessment {
  let plain = try assessPart(soFar: soFar, part: part, before: before, version)
  let rulebook = try version.on(soFar.date)
  guard try ExemptBand(TaxSituation(soFar, rulebook)) != nil else { return plain }
  var alone = soFar
  alone.lines = part
  do throws(AmountOverflow) {
    alone.vendor.turnoverYearToDate = try soFar.vendor.turnoverYearToDate?.adding(
      try paid.totals().priceExVat)
  } catch {
    throw .overflow
  }
  let own = PartAssessment(try assessTaxes(alone, rulebook))
  do throws(AmountOverflow) { return try plain.withIncomeTaxes(of: own) } catch { throw .overflow }
}

extension PartAssessment {
  /// What was reckoned, without the taxes of which nothing falls on it.
  fileprivate init(_ assessment: TaxAssessment) {
    self.init(totals: assessment.totals, taxes: assessment.taxes.filter { $0.amount > .zero })
  }

  /// Whether its taxes are those that its amounts were lowered by. What is left of a whole has others where the vendor
  /// was taxed otherwise before: another tax then stands against what was withheld.
  fileprivate func isWhole() throws(AmountOverflow) -> Bool {
    guard !totals.hasNegative, try billsAsBefore() else { return false }
    return try taken { $0.code != .ppn } == totals.withheld
  }

  /// Whether VAT and price are those of what is left of the whole.
  fileprivate func billsAsBefore() throws(AmountOverflow) -> Bool {
    let amounts = [totals.priceExVat, totals.vatBase, totals.vat, totals.vatCollected, totals.gross]
    guard !amounts.contains(where: { $0 < .zero }) else { return false }
    return try taken { $0.code == .ppn } == totals.vatCollected
  }

  private func taken(_ isCounted: (TaxLine) -> Bool) throws(AmountOverflow) -> Rupiah {
    try taxes.filter { isCounted($0) && [.treasurer, .platform].contains($0.collectedBy) }.map(\.amount)
      .total()
  }

  /// The same price and VAT, with the income taxes that fall on it by itself.
  fileprivate func withIncomeTaxes(of own: PartAssessment) throws(AmountOverflow) -> PartAssessment {
    PartAssessment(
      totals: try totals.withholding(own.totals.withheld),
      taxes: taxes.filter { $0.code == .ppn } + own.taxes.filter { $0.code != .ppn })
  }
}

extension [PartAssessment] {
  /// The amounts of all of them.
  package func totals() throws(AmountOverflow) -> OrderTotals {
    var sum = OrderTotals.zero
    for part in self { sum = try sum.adding(part.totals) }
    return sum
  }

  /// The taxes of all of them, the same tax on the same products once.
  package func taxesTogether() throws(AmountOverflow) -> [TaxLine] {
    var together: [TaxLine] = []
    for tax in flatMap(\.taxes) {
      guard let index = together.firstIndex(where: { $0.isSameTax(as: tax) }) else {
        together.append(tax)
        continue
      }
      together[index] = together[index].with(
        base: try together[index].base.adding(tax.base),
        amount: try together[index].amount.adding(tax.amount),
        lines: together[index].lines + tax.lines.filter { !together[index].lines.contains($0) })
    }
    return together
  }
}

extension [TaxLine] {
  /// These taxes less those of earlier parts, by tax, rule and who collects.
  fileprivate func less(_ earlier: [TaxLine]) throws(AmountOverflow) -> [TaxLine] {
    var left = earlier
    var rest: [TaxLine] = []
    for line in self where line.amount > .zero {
      var (base, amount) = (line.base, line.amount)
      for index in left.indices where left[index].isSameTax(as: line) {
        let (takenBase, takenAmount) = (
          Swift.min(left[index].base, base), Swift.min(left[index].amount, amount)
        )
        (base, amount) = (try base.subtracting(takenBase), try amount.subtracting(takenAmount))
        left[index] = try left[index].less(takenBase, takenAmount)
      }
      if amount > .zero { rest.append(line.with(base: base, amount: amount)) }
    }
    return rest
  }
}

extension TaxLine {
  fileprivate func isSameTax(as other: TaxLine) -> Bool {
    code == other.code && rule == other.rule && collectedBy == other.collectedBy
      && !Set(lines).isDisjoint(with: other.lines)
  }

  fileprivate func with(base: Rupiah, amount: Rupiah, lines: [String]? = nil) -> TaxLine {
    TaxLine(
      code: code, rule: rule, legal: legal, base: base, amount: amount, collectedBy: collectedBy,
      lines: lines ?? self.lines)
  }

  fileprivate func less(_ base: Rupiah, _ amount: Rupiah) throws(AmountOverflow) -> TaxLine {
    with(base: try self.base.subtracting(base), amount: try self.amount.subtracting(amount))
  }
}
