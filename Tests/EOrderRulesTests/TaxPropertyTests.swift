import EOrderRules
import Testing

/// A generator whose numbers follow from its seed (SplitMix64), so that a failure can be repeated.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct TaxPropertyTests {
  @Test(arguments: [1, 7, 2027] as [UInt64])
  func `what the vendor gets and what is deposited add up`(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<400 {
      let facts = order(&numbers)
      let rulebook = try Rulebook.example([
        "tax.collector": Bool.random(using: &numbers) ? "TREASURER" : "PLATFORM",
        "tax.ppn_threshold_basis": Bool.random(using: &numbers) ? "EX" : "GROSS",
        "tax.pbjt_in_wht_base": .bool(Bool.random(using: &numbers)),
        "tax.umkm_crossing": ["SPLIT", "FULL", "REVIEW"].randomElement(using: &numbers)!,
      ])
      let decision = try decide(facts, rulebook)
      let totals = decision.totals
      #expect(
        try totals.netToVendor.adding(totals.vatCollected).adding(totals.withheld) == totals.gross)
      #expect(try decision.lines.map(\.gross).total() == totals.gross)
      #expect(try decision.lines.map(\.priceExVat).total() == totals.priceExVat)
      #expect(try decision.taxes.filter { $0.code == .ppn }.map(\.amount).total() == totals.vat)
      #expect(try totals.priceExVat.adding(totals.vat) == totals.gross)
      #expect(totals.netToVendor > 0)
      #expect(decision.taxes.allSatisfy { !$0.rule.isEmpty && !$0.legal.isEmpty })
    }
  }

  private func order(_ numbers: inout SeededNumbers) -> OrderFacts {
    let form = LegalForm.allCases.randomElement(using: &numbers)!
    var vendor = VendorFacts.example(form, vatRegistered: Bool.random(using: &numbers))
    if Bool.random(using: &numbers) { vendor.npwp = nil }
    if Bool.random(using: &numbers) { vendor.finalTaxLetter = FinalTaxLetter(number: "K", validUntil: march) }
    vendor.exemptBandStatement = Bool.random(using: &numbers)
    vendor.turnoverYearToDate = Rupiah(Int64.random(in: 0...600_000_000, using: &numbers))
    var facts = OrderFacts.example(vendor: vendor)
    facts.paymentMode = PaymentMode.allCases.randomElement(using: &numbers)!
    facts.lines = (1...Int.random(in: 1...6, using: &numbers)).map { index in
      LineFacts(
        productId: "p\(index)", category: "c", taxClass: TaxClass.allCases.randomElement(using: &numbers)!,
        unitPrice: Rupiah(Int64.random(in: 1...9_000_000, using: &numbers)),
        priceIncludesVat: Bool.random(using: &numbers), quantity: Int64.random(in: 1...20, using: &numbers))
    }
    return facts
  }
}
