import EOrderRules
import Testing

/// The examples of the tax rules, each by its number.
@Suite struct TaxVectorTests {
  private func totals(_ facts: OrderFacts, _ changes: [String: RuleValue] = [:]) throws -> OrderTotals {
    try assessTaxes(facts, .example(changes)).totals
  }

  private let registered = VendorFacts.example(vatRegistered: true)

  @Test func `1 goods of a registered vendor`() throws {
    let totals = try totals(.example(10_000_000, vendor: registered))
    #expect(totals.vatBase == 9_166_667)
    #expect(totals.vat == 1_100_000)
    #expect(totals.gross == 11_100_000)
    #expect(totals.withheld == 150_000)
    #expect(totals.netToVendor == 9_850_000)
  }

  @Test(arguments: [(5_000_000, 4_504_505, 495_495), (2_500_008, 2_252_259, 247_749)])
  func `2 and 3 inclusive prices leave the rest as tax`(price: Int, priceExVat: Int, vat: Int) throws {
    let totals = try totals(.example(Int64(price), inclusive: true, vendor: registered))
    #expect(totals.priceExVat == Rupiah(Int64(priceExVat)))
    #expect(totals.vat == Rupiah(Int64(vat)))
    #expect(totals.gross == Rupiah(Int64(price)))
  }

  @Test func `4 and 5 goods without registration, with and without a taxpayer number`() throws {
    #expect(try totals(.example(3_000_000)).withheld == 45_000)
    #expect(try totals(.example(3_000_000)).netToVendor == 2_955_000)
    #expect(try totals(.example(3_000_000, vendor: .example(npwp: nil))).withheld == 90_000)
  }

  @Test(
    arguments: [
      (2_000_000, 0), (2_000_001, 30_000), (2_000_033, 30_000), (2_000_034, 30_001), (2_000_100, 30_002),
    ])
  func `6 to 8 the threshold and half up`(price: Int, tax: Int) throws {
    #expect(try totals(.example(Int64(price))).withheld == Rupiah(Int64(tax)))
  }

  @Test func `9 and 10 the threshold of collecting VAT`() throws {
    let facts = OrderFacts.example(2_000_000, vendor: registered)
    let withoutVat = try totals(facts)
    #expect(withoutVat.vat == 220_000)
    #expect(withoutVat.vatCollected == 0)
    #expect(withoutVat.netToVendor == 2_220_000)
    let gross: [String: RuleValue] = ["tax.ppn_threshold_basis": "GROSS"]
    #expect(try totals(facts, gross).netToVendor == 2_000_000)
    #expect(try totals(.example(1_801_802, vendor: registered), gross).vatCollected == 0)
    #expect(try totals(.example(1_801_803, vendor: registered), gross).vatCollected == 198_198)
  }

  @Test func `11 and 12 the cap`() throws {
    let last = try decide(.example(45_045_045, vendor: registered), .example())
    #expect(last.totals.gross == 50_000_000)
    #expect(last.allowed)
    #expect(last.evidenceForm == .receiptBill)
    let first = try decide(.example(45_045_046, vendor: registered), .example())
    #expect(first.totals.gross == 50_000_001)
    #expect(first.violations.map(\.code) == [.orderCap, .evidenceForm])
    #expect(first.evidenceForm == nil)
  }

  @Test func `13 service of a company`() throws {
    let totals = try totals(.example(7_250_000, .service, vendor: registered))
    #expect(totals.vatBase == 6_645_833)
    #expect(totals.vat == 797_500)
    #expect(totals.withheld == 145_000)
    #expect(totals.netToVendor == 7_105_000)
  }

  @Test func `14 and 15 meals of a company`() throws {
    let totals = try totals(.example(4_500_000, .catering, vendor: registered))
    #expect(totals.vat == 0)
    #expect(totals.withheld == 90_000)
    let withoutNumber = OrderFacts.example(4_500_000, .catering, vendor: .example(npwp: nil))
    #expect(try self.totals(withoutNumber).netToVendor == 4_320_000)
  }

  @Test(
    arguments: [
      (600_000_000, "REVIEW", 22_500), (120_000_000, "REVIEW", 0), (498_000_000, "SPLIT", 12_500),
      (498_000_000, "FULL", 22_500), (498_000_000, "REVIEW", 22_500), (495_500_000, "SPLIT", 0),
      (500_000_000, "SPLIT", 22_500),
    ])
  func `16 to 18 the exempt band`(before: Int, policy: String, tax: Int) throws {
    let vendor = VendorFacts.withLetter(statement: true, turnover: Rupiah(Int64(before)))
    let facts = OrderFacts.example(4_500_000, .catering, vendor: vendor)
    let rulebook = try Rulebook.example(["tax.umkm_crossing": .string(policy)])
    let decision = try decide(facts, rulebook)
    #expect(decision.totals.withheld == Rupiah(Int64(tax)))
    #expect(decision.taxes.map(\.code) == [.pphFinal])
    let isReviewed = before == 498_000_000 && policy == "REVIEW"
    #expect(decision.violations.map(\.code) == (isReviewed ? [.reviewRequired] : []))
    #expect(decision.allowed)
  }

  @Test func `19 service of an individual`() throws {
    let totals = try totals(.example(3_000_000, .service, vendor: .example(.individual)))
    #expect(totals.withheld == 75_000)
    let withoutNumber = VendorFacts.example(.individual, npwp: nil)
    #expect(try self.totals(.example(3_000_000, .service, vendor: withoutNumber)).withheld == 90_000)
  }

  @Test func `20 the platform collects`() throws {
    let assessment = try assessTaxes(
      .example(10_000_000, vendor: registered), .example(["tax.collector": "PLATFORM"]))
    #expect(assessment.totals.vatCollected == 1_100_000)
    #expect(assessment.totals.withheld == 50_000)
    #expect(assessment.totals.netToVendor == 9_950_000)
    #expect(assessment.taxes.allSatisfy { $0.collectedBy == .platform })
  }

  @Test func `21 nobody collects with the credit card`() throws {
    var facts = OrderFacts.example(10_000_000)
    facts.paymentMode = .kkpd
    #expect(try totals(facts).netToVendor == 10_000_000)
    facts = .example(10_000_000, vendor: registered)
    facts.paymentMode = .kkpd
    let assessment = try assessTaxes(facts, .example())
    #expect(assessment.taxes.map(\.collectedBy) == [.vendor])
    #expect(assessment.totals.netToVendor == 11_100_000)
  }

  @Test func `22 and 23 rounding is by line, and never from a rounded base`() throws {
    var facts = OrderFacts.example(33_333, vendor: registered)
    facts.lines = Array(repeating: facts.lines[0], count: 3)
    #expect(try totals(facts).vat == 11_001)
    #expect(try totals(.example(2_345_650, vendor: registered)).vat == 258_022)
  }

  @Test func `24 a letter whose period has ended counts no more`() throws {
    let ended = VendorFacts.withLetter(.pt, until: "2026-12-31")
    #expect(try totals(.example(10_000_000, vendor: ended)).withheld == 150_000)
    let running = VendorFacts.withLetter(.pt, until: march)
    #expect(try totals(.example(10_000_000, vendor: running)).withheld == 50_000)
  }

  @Test func `25 the penalty for delay`() throws {
    let national = try NationalRules.example()
    #expect(try national.latePenalty(priceExVat: 10_000_000, daysLate: 3, on: march) == 30_000)
    #expect(try national.latePenalty(priceExVat: 10_000_000, daysLate: -1, on: march) == 0)
  }

  @Test func `26 the rule of the day`() throws {
    let before = try assessTaxes(.example(vendor: registered, day: "2024-12-31"), .example())
    let after = try assessTaxes(.example(vendor: registered, day: "2025-01-01"), .example())
    #expect(before.totals.vat == 110_000)
    #expect(after.totals.vat == 110_000)
    #expect(before.totals.vatBase == 1_000_000)
    #expect(after.totals.vatBase == 916_667)
    #expect(before.taxes.first?.rule == "PPN@2022-04-01")
    #expect(after.taxes.first?.rule == "PPN@2025-01-01")
  }
}
