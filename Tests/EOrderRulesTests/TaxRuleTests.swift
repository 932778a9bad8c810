import EOrderRules
import Testing

@Suite struct TaxRuleTests {
  @Test func `exempt goods bear nothing, whoever collects`() throws {
    let facts = OrderFacts.example(10_000_000, .exempt, vendor: .example(vatRegistered: true))
    for collector: RuleValue in ["TREASURER", "PLATFORM"] {
      let assessment = try assessTaxes(facts, .example(["tax.collector": collector]))
      #expect(assessment.taxes.isEmpty)
      #expect(assessment.totals.netToVendor == 10_000_000)
    }
  }

  @Test func `each class has its own threshold and its own slip`() throws {
    var facts = OrderFacts.example(1_500_000, vendor: .example(vatRegistered: true))
    var service = facts.lines[0]
    service.productId = "p2"
    service.taxClass = .service
    facts.lines.append(service)
    let assessment = try assessTaxes(facts, .example())
    #expect(assessment.totals.vatCollected == 0)
    #expect(assessment.taxes.map(\.code) == [.ppn, .pph22, .ppn, .pph23])
    #expect(assessment.taxes.map(\.amount) == [165_000, 0, 165_000, 30_000])
    #expect(assessment.taxes.map(\.collectedBy) == [.vendor, .none, .vendor, .treasurer])
    #expect(assessment.taxes[2].lines == ["p2"])
  }

  @Test func `the band is used up group by group`() throws {
    var facts = OrderFacts.example(
      3_000_000, vendor: .withLetter(statement: true, turnover: 496_000_000))
    var meals = facts.lines[0]
    meals.taxClass = .catering
    facts.lines.append(meals)
    let assessment = try assessTaxes(facts, .example(["tax.umkm_crossing": "SPLIT"]))
    #expect(assessment.taxes.map(\.amount) == [0, 10_000])
  }

  @Test func `an unknown turnover is taxed and looked at`() throws {
    let facts = OrderFacts.example(4_500_000, .catering, vendor: .withLetter(statement: true))
    let decision = try decide(facts, .example())
    #expect(decision.totals.withheld == 22_500)
    #expect(decision.violations.map(\.code) == [.reviewRequired])
    #expect(decision.needsJustification)
  }

  @Test func `the band is an individual's alone`() throws {
    let vendor = VendorFacts.withLetter(.cooperative, statement: true, turnover: 0)
    let assessment = try assessTaxes(.example(4_500_000, .catering, vendor: vendor), .example())
    #expect(assessment.totals.withheld == 22_500)
  }

  @Test func `the platform respects the band`() throws {
    let vendor = VendorFacts.withLetter(statement: true, turnover: 1_000_000)
    let assessment = try assessTaxes(
      .example(10_000_000, vendor: vendor), .example(["tax.collector": "PLATFORM"]))
    #expect(assessment.totals.withheld == 0)
  }

  @Test func `a letter lowers the tax on goods only above the threshold`() throws {
    let at = try assessTaxes(.example(2_000_000, vendor: .withLetter()), .example())
    #expect(at.taxes.map(\.code) == [.pphFinal])
    #expect(at.totals.withheld == 0)
    #expect(try assessTaxes(.example(2_000_100, vendor: .withLetter()), .example()).totals.withheld == 10_001)
  }

  @Test func `the regional tax may be left out of the base`() throws {
    let facts = OrderFacts.example(4_400_000, .catering)
    let assessment = try assessTaxes(facts, .example(["tax.pbjt_in_wht_base": false]))
    #expect(assessment.totals.withheld == 80_000)
  }

  @Test func `a missing number may ask for a look`() throws {
    let facts = OrderFacts.example(3_000_000, vendor: .example(npwp: nil))
    let decision = try decide(facts, .example(["tax.no_npwp_policy": "REVIEW"]))
    #expect(decision.violations.map(\.code) == [.reviewRequired])
    #expect(decision.totals.withheld == 90_000)
    #expect(try decide(facts, .example()).violations.isEmpty)
  }

  @Test(
    arguments: [
      (1_000_000, TaxClass.goods, PaymentMode.ls), (3_000_000, .goods, .kkpd), (3_000_000, .exempt, .ls),
      (1, .service, .up), (3_000_000, .catering, .gu),
    ])
  func `it asks before any row of the table`(price: Int, taxClass: TaxClass, mode: PaymentMode) throws {
    for collector: RuleValue in ["TREASURER", "PLATFORM"] {
      var facts = OrderFacts.example(Int64(price), taxClass, vendor: .example(npwp: nil))
      facts.paymentMode = mode
      let rulebook = try Rulebook.example(["tax.no_npwp_policy": "REVIEW", "tax.collector": collector])
      #expect(try decide(facts, rulebook).violations.map(\.code) == [.reviewRequired])
    }
  }

  @Test func `each reason for a look names its setting and that one's law`() throws {
    var vendor = VendorFacts.withLetter(statement: true, turnover: 498_000_000)
    vendor.npwp = nil
    let facts = OrderFacts.example(4_500_000, .catering, vendor: vendor)
    let found = try decide(facts, .example(["tax.no_npwp_policy": "REVIEW"])).violations
    #expect(found.map { $0.explanation["rule"] } == ["tax.no_npwp_policy", "tax.umkm_crossing"])
    #expect(found.map(\.legal) == ["UU PPh Art. 22(3), 23(1a), 21(5a)", "UU 7/2021 Art. 7(2a)"])
    for rule in found.compactMap({ $0.explanation["rule"]?.text }) { #expect(RuleKey.byName[rule] != nil) }
  }

  private func reviews(_ facts: OrderFacts, _ settings: [String: RuleValue] = [:]) throws -> [String] {
    try decide(facts, .example(settings)).violations.filter { $0.code == .reviewRequired }.map {
      #expect($0.severity == .hold && $0.legal != "" && $0.remedy.indonesian.contains("alasan"))
      return ($0.explanation["reasons"]?.list?.first?.text ?? "") + " " + ($0.explanation["rule"]?.text ?? "")
    }
  }

  @Test func `a luxury bears the whole rate and is looked at`() throws {
    var facts = OrderFacts.example(10_000_000, vendor: .example(vatRegistered: true))
    #expect(try reviews(facts) == [])
    facts.lines[0].isLuxury = true
    let totals = try assessTaxes(facts, .example()).totals
    #expect(totals.vat == 1_200_000 && totals.vatBase == 10_000_000 && totals.withheld == 150_000)
    #expect(try reviews(facts) == ["luxury LUXURY_REVIEW@2025-01-01"])
    facts.date = "2024-12-31"
    #expect(try assessTaxes(facts, .example()).totals.vat == 1_100_000)
    #expect(try reviews(facts) == [])
  }

  @Test func `a vendor from abroad is looked at and taxed in full until then`() throws {
    var facts = OrderFacts.example(10_000_000)
    let before = try assessTaxes(facts, .example()).totals
    facts.vendor.isForeign = true
    #expect(try reviews(facts) == ["foreign FOREIGN_REVIEW@2009-01-01"])
    #expect(try assessTaxes(facts, .example()).totals == before)
    facts.paymentMode = .kkpd
    #expect(try reviews(facts).count == 1, "before any row of the table")
  }

  @Test(arguments: [("2027-02-28", false), ("2027-03-01", true), ("2027-03-02", true)] as [(Day, Bool)])
  func `a certificate of exemption frees from the platform's tax and is looked at by a treasurer`(
    until: Day, holds: Bool
  ) throws {
    var facts = OrderFacts.example(10_000_000)
    facts.vendor.withholdingExemption = TaxLetter(number: "SKB-1", validUntil: until)
    #expect(try reviews(facts) == (holds ? ["skb SKB_REVIEW@2014-01-01"] : []))
    #expect(try assessTaxes(facts, .example()).totals.withheld == 150_000)
    let platform: [String: RuleValue] = ["tax.collector": "PLATFORM"]
    #expect(try reviews(facts, platform) == [])
    #expect(try assessTaxes(facts, .example(platform)).totals.withheld == (holds ? 0 : 50_000))
    facts.paymentMode = .kkpd
    #expect(try reviews(facts) == [])
  }

  @Test(arguments: ["SPLIT", "FULL", "REVIEW"])
  func `a turnover beyond counting is over the band`(policy: String) throws {
    let vendor = VendorFacts.withLetter(statement: true, turnover: Rupiah(.max))
    let facts = OrderFacts.example(4_500_000, .catering, vendor: vendor)
    #expect(try decide(facts, .example(["tax.umkm_crossing": .string(policy)])).totals.withheld == 22_500)
    var large = OrderFacts.example(.max, .catering, vendor: .withLetter(statement: true, turnover: 1))
    large.budgetAvailable = nil
    let taxed = try assessTaxes(large, .example(["tax.umkm_crossing": .string(policy)])).taxes[0]
    #expect(taxed.amount > 0)
  }

  @Test(arguments: [Int64.max, Int64.max / 2 + 1, 9_000_000_000_000_000_000])
  func `amounts at the edge are refused, never trapped`(price: Int64) throws {
    let rulebook = try Rulebook.example()
    let registered = VendorFacts.example(vatRegistered: true)
    #expect(throws: RulesError.overflow) {
      try decide(.example(price, quantity: 2, vendor: registered), rulebook)
    }
    #expect(throws: RulesError.overflow) {
      try decide(.example(price, quantity: .max, vendor: registered), rulebook)
    }
    var facts = OrderFacts.example(price)
    facts.lines.append(facts.lines[0])
    facts.lines.append(facts.lines[0])
    #expect(throws: RulesError.overflow) { try decide(facts, rulebook) }
  }

  @Test func `the largest amount without tax is decided`() throws {
    let decision = try decide(.example(.max, .exempt), .example())
    #expect(decision.totals.gross.amount == .max)
    #expect(decision.violations.map(\.code).contains(.orderCap))
  }

  @Test func `a day before the first rule is refused`() throws {
    #expect(throws: RulesError.notYetInForce("PPN", "2020-01-01")) {
      try decide(.example(day: "2020-01-01"), .example())
    }
  }
}
