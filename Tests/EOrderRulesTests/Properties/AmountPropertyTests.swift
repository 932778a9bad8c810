import EOrderRules
import Testing

/// What holds of every order's amounts, whatever its vendor, day and province.
@Suite struct AmountPropertyTests {
  @Test func `everything adds up, line by line and in all`() async throws {
    let wrong = try await Trials.complaints(Trials.count(100_000, long: 2_000_000), seed: 1) {
      orders, rules in
      let facts = orders.next(on: rules.day)
      let taxed = try assessTaxes(facts, rules)
      return Self.sums(taxed) ?? Self.signs(taxed) ?? Self.vat(facts, taxed) ?? Self.evidence(taxed, rules)
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  private static func sums(_ taxed: TaxAssessment) -> String? {
    let totals = taxed.totals
    func all(_ amount: KeyPath<LineAmounts, Rupiah>) -> Int64 {
      taxed.lines.reduce(0) { $0 + $1[keyPath: amount].amount }
    }
    func taken(_ isCounted: (TaxLine) -> Bool) -> Int64 {
      taxed.taxes.reduce(0) { $0 + (isCounted($1) ? $1.amount.amount : 0) }
    }
    let isDeposited: (TaxLine) -> Bool = { $0.collectedBy == .treasurer || $0.collectedBy == .platform }
    let parts = totals.netToVendor.amount + totals.vatCollected.amount + totals.withheld.amount
    return first([
      ("net, VAT collected and income tax are the gross", parts == totals.gross.amount),
      ("price and VAT are the gross", totals.priceExVat.amount + totals.vat.amount == totals.gross.amount),
      ("lines' prices", all(\.priceExVat) == totals.priceExVat.amount),
      ("lines' bases", all(\.vatBase) == totals.vatBase.amount),
      ("lines' VAT", all(\.vat) == totals.vat.amount), ("lines' gross", all(\.gross) == totals.gross.amount),
      ("VAT by tax lines", taken { $0.code == .ppn } == totals.vat.amount),
      (
        "VAT collected by tax lines",
        taken { $0.code == .ppn && isDeposited($0) } == totals.vatCollected.amount
      ),
      ("income tax by tax lines", taken { $0.code != .ppn } == totals.withheld.amount),
    ])
  }

  private static func signs(_ taxed: TaxAssessment) -> String? {
    let totals = taxed.totals
    let amounts = [
      totals.priceExVat, totals.vatBase, totals.vat, totals.vatCollected, totals.gross, totals.withheld,
    ]
    let lines = taxed.lines.flatMap { [$0.priceExVat, $0.vatBase, $0.vat, $0.gross] }
    return first([
      ("no amount below zero", (amounts + lines + taxed.taxes.map(\.amount)).allSatisfy { $0 >= 0 }),
      ("the vendor gets something", totals.netToVendor > 0),
      ("every tax names its rule", taxed.taxes.allSatisfy { !$0.rule.isEmpty && !$0.legal.isEmpty }),
    ])
  }

  /// VAT line by line: of a price without it the exact share rounded once, of a price with it what remains.
  private static func vat(_ facts: OrderFacts, _ taxed: TaxAssessment) -> String? {
    for (line, amounts) in zip(facts.lines, taxed.lines) {
      let stated = line.unitPrice.amount * line.quantity
      let (price, vat) = (amounts.priceExVat.amount, amounts.vat.amount)
      let isRight =
        if !facts.vendor.vatRegistered || !line.taxClass.bearsVat {
          vat == 0 && price == stated && amounts.vatBase == 0
        } else if line.priceIncludesVat {
          price + vat == stated && price == (2 * stated * 100 + 111) / 222
        } else {
          price == stated && vat == (price * 11 + 50) / 100
        }
      if !isRight { return "VAT of \(line): \(amounts)" }
    }
    return nil
  }

  private static func evidence(_ taxed: TaxAssessment, _ rules: Rulebook) -> String? {
    let gross = taxed.totals.gross
    let due: EvidenceForm? = gross > 50_000_000 ? nil : gross > 10_000_000 ? .receiptBill : .purchaseSlip
    return rules.limits.evidenceForm(for: gross) == due ? nil : "form of evidence of \(gross)"
  }
}

/// The first of the sentences that does not hold.
func first(_ sentences: [(String, Bool)]) -> String? { sentences.first { !$0.1 }?.0 }
