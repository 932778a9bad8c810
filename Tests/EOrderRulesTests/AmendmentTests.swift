import EOrderRules
import Testing

@Suite struct AmendmentTests {
  /// An order of one million, amended from so much.
  private func blocks(from before: Rupiah, _ change: (inout OrderFacts) -> Void) throws -> [ViolationCode] {
    var facts = OrderFacts.example()
    facts.initialGross = before
    facts.amendedFrom = before
    change(&facts)
    return try decide(facts, .example(["order.cap_gross": 1_000_000]))
      .violations.filter { $0.severity == .block }.map(\.code)
  }

  @Test func `who the vendor is does not stand against an amendment`() throws {
    #expect(try blocks(from: 1_000_000) { $0.vendor.state = .suspended } == [])
    #expect(try blocks(from: 950_000) { $0.vendor.state = .suspended } == [])
  }

  @Test func `only what rises meets the cap again`() throws {
    let dearer: (inout OrderFacts) -> Void = { $0.lines[0].unitPrice = 1_050_000 }
    #expect(try blocks(from: 1_050_000, dearer) == [])
    #expect(try blocks(from: 1_000_000, dearer) == [.orderCap])
    #expect(try blocks(from: 900_000, dearer) == [.orderCap, .addendumLimit])
  }

  @Test func `the budget binds always`() throws {
    #expect(try blocks(from: 1_000_000) { $0.budgetAvailable = 1 } == [.budgetAvailable])
  }

  @Test func `more money comes from the line's own year alone`() throws {
    func later(from before: Rupiah) throws -> [ViolationCode] {
      try blocks(from: before) {
        $0.date = "2028-01-05"
        $0.deliverBy = nil
        $0.budgetYear = 2027
      }
    }
    #expect(try later(from: 950_000) == [.yearEnd])
    #expect(try later(from: 1_000_000) == [])
  }

  @Test func `the budget year binds where its last days are set aside`() throws {
    var facts = OrderFacts.example()
    (facts.date, facts.deliverBy, facts.budgetYear) = ("2028-01-05", "2028-01-06", 2027)
    let rules = try Rulebook.example().withoutYearEnd
    #expect(try decide(facts, rules).violations.map(\.code) == [.yearEnd, .yearEnd])
    (facts.date, facts.deliverBy) = ("2027-12-28", "2027-12-31")
    #expect(try decide(facts, rules).allowed)
  }
}
