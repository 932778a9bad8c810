import EOrderRules
import Testing

/// The guards that look at the plan behind an order; they tell, and only an estimate above the plan stops.
@Suite struct PlanGuardTests {
  private func codes(_ edit: (inout OrderFacts) -> Void) throws -> [String] {
    var facts = OrderFacts.example(20_000_000)
    facts.package = PackageFacts(announcedOn: march, ceiling: 50_000_000, ownEstimate: 21_000_000)
    edit(&facts)
    let decision = try decide(facts, .example())
    #expect(decision.allowed == !decision.violations.contains { $0.severity == .block })
    return decision.violations.map { "\($0.code.rawValue) \($0.severity.rawValue)" }
  }

  @Test func `a package is announced by the day of the order`() throws {
    #expect(try codes { _ in } == [])
    #expect(try codes { $0.package?.announcedOn = "2027-03-02" } == ["RUP_ANNOUNCED warn"])
    #expect(try codes { $0.package = nil } == [], "facts that are not there raise nothing")
  }

  @Test func `the orders of a package stay within what was announced`() throws {
    func within(_ ceiling: Rupiah) throws -> [String] {
      try codes { $0.package = PackageFacts(announcedOn: march, ceiling: ceiling, ownEstimate: ceiling) }
    }
    #expect(try within(20_000_000) == [])
    #expect(try within(19_999_999) == ["RUP_ANNOUNCED warn"])
    let other = RecentOrder(
      id: "o", number: nil, date: march, packageId: "k1", unitId: nil, account: nil, categories: [],
      vendorId: nil, gross: 5_000_000, itemNames: [], needDate: nil)
    #expect(
      try codes {
        $0.recentOrders = [other]
        $0.package?.ceiling = 24_999_999
        $0.package?.ownEstimate = 20_000_000
      } == ["RUP_ANNOUNCED warn"])
  }

  @Test func `an own estimate stays within what was announced`() throws {
    #expect(try codes { $0.package?.ceiling = 21_000_000 } == [])
    #expect(try codes { $0.package?.ceiling = 20_999_999 } == ["RUP_ANNOUNCED block"])
  }

  @Test func `an own estimate is needed above the purchase slip`() throws {
    #expect(try codes { $0.package?.ownEstimate = nil } == ["HPS_NEEDED warn"])
    #expect(
      try codes {
        $0.package?.ownEstimate = nil
        $0.lines[0].unitPrice = 10_000_000
      } == [])
  }

  @Test func `no more than the catalogue asks now`() throws {
    #expect(try codes { $0.lines[0].listedPrice = $0.lines[0].unitPrice } == [])
    #expect(try codes { $0.lines[0].listedPrice = 30_000_000 } == [])
    #expect(try codes { $0.lines[0].listedPrice = 19_999_999 } == ["PRICE_REASON warn"])
  }

  @Test func `a price is shown to be reasonable by several sources`() throws {
    func direct(_ gross: Int64, _ sources: [String], standard: Rupiah? = 60_000_000) throws -> [String] {
      var facts = OrderFacts.example(gross)
      facts.procedure = .direct
      facts.lines[0].standardPrice = standard
      facts.comparedPrices = sources.map { ComparedPrice(source: $0, unitPrice: 1) }
      return try decide(facts, .example(["direct.max": 50_000_000])).violations.map {
        "\($0.code.rawValue) \($0.severity.rawValue)"
      }
    }
    #expect(try direct(10_000_000, []) == [])
    #expect(try direct(10_000_001, []) == ["PRICE_REASON warn"])
    #expect(try direct(10_000_001, ["Pasar"]) == [], "the standard price is a source as well")
    #expect(try direct(10_000_001, ["Pasar"], standard: nil) == ["SSH warn", "PRICE_REASON warn"])
    #expect(try direct(10_000_001, ["Pasar", "Pasar"], standard: nil) == ["SSH warn", "PRICE_REASON warn"])
    #expect(try direct(10_000_001, ["Pasar", "Toko"], standard: nil) == ["SSH warn"])
  }

  @Test func `local content comes first`() throws {
    #expect(try codes { $0.lines[0].localContentPercent = 25 } == [])
    #expect(try codes { $0.lines[0].localContentPercent = 24 } == ["PDN_FIRST info"])
    #expect(try codes { $0.lines[0].localContentPercent = nil } == [])
    var before = OrderFacts.example(day: "2025-04-29")
    before.lines[0].localContentPercent = 0
    before.needDate = nil
    before.deliverBy = nil
    #expect(try decide(before, .example()).violations.isEmpty)
  }
}
