import EOrderRules
import Testing

/// More price, never less tax.
@Suite struct MonotonyTests {
  @Test func `a dearer line never lessens a tax`() async throws {
    let wrong = try await Trials.complaints(Trials.count(60_000, long: 1_000_000), seed: 2) { orders, rules in
      let facts = orders.next(on: rules.day)
      var dearer = facts
      let index = Int.random(in: 0..<facts.lines.count, using: &orders.numbers)
      let more = orders.numbers.oneIn(2) ? 1 : Int64.random(in: 1...3_000_000, using: &orders.numbers)
      dearer.lines[index].unitPrice = try facts.lines[index].unitPrice.adding(Rupiah(more))
      let (low, high) = (try assessTaxes(facts, rules), try assessTaxes(dearer, rules))
      return Self.compare(low, high).map { "\($0); line \(index) of \(facts) + \(more)" }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  private static func compare(_ low: TaxAssessment, _ high: TaxAssessment) -> String? {
    let (less, more) = (low.totals, high.totals)
    return first([
      ("price", less.priceExVat <= more.priceExVat), ("base", less.vatBase <= more.vatBase),
      ("VAT", less.vat <= more.vat), ("gross", less.gross <= more.gross),
      ("VAT collected", less.vatCollected <= more.vatCollected),
      ("income tax", less.withheld <= more.withheld),
      ("what the vendor gets", crossed(low, high) || less.netToVendor <= more.netToVendor),
    ])
  }

  /// Whether one of the thresholds lies between: Rp 2,000,000 of the payment, or the end of the exempt band.
  /// There, and only there, the vendor of a dearer thing gets less.
  private static func crossed(_ low: TaxAssessment, _ high: TaxAssessment) -> Bool {
    func takers(_ taxed: TaxAssessment) -> [String] { taxed.taxes.map { "\($0.code) \($0.collectedBy)" } }
    return takers(low) != takers(high) || low.reviews != high.reviews
  }

  @Test func `the order of the lines changes nothing but who fills the band first`() async throws {
    let wrong = try await Trials.complaints(Trials.count(40_000, long: 500_000), seed: 3) { orders, rules in
      var facts = orders.next(on: rules.day)
      facts.vendor.exemptBandStatement = false
      let before = try assessTaxes(facts, rules)
      facts.lines.shuffle(using: &orders.numbers)
      let after = try assessTaxes(facts, rules)
      return before.totals == after.totals ? nil : "\(before.totals) became \(after.totals)"
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }
}
