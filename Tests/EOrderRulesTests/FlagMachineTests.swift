import EOrderRules
import Testing

/// How a flag is followed up, and what a decision holds against dear prices.
@Suite struct FlagMachineTests {
  @Test(
    arguments: [
      (FlagState.open, [FlagTransition.ask, .explain, .accept, .escalate]),
      (.asked, [.explain, .accept, .escalate]), (.explained, [.ask, .accept, .escalate]),
      (.accepted, []), (.escalated, []),
    ])
  func `each state of a flag has its transitions`(state: FlagState, expected: [FlagTransition]) {
    #expect(FlagTransition.ofPeople.filter { $0.leads(from: state) } == expected)
  }

  @Test(
    arguments: [
      (FlagState.open, FlagState.open), (.asked, .asked), (.explained, .explained), (.accepted, .open),
      (.escalated, .escalated),
    ])
  func `only what was accepted opens again when its facts change`(before: FlagState, after: FlagState) {
    #expect(FlagTransition.renew.outcome(from: before) == after)
  }

  @Test func `only the officer explains and only the auditor judges`() {
    for transition in FlagTransition.ofPeople {
      #expect(transition.rule.roles == (transition == .explain ? [.commitmentOfficer] : [.auditor]))
    }
  }

  @Test func `flags are the codes of the table of red flags`() {
    let flags = Set(ViolationCode.allCases.filter(\.isFlag).map(\.rawValue))
    let table = [
      "SPL1", "SPL2", "SPL3", "SPL4", "SPL5", "TAX1", "REP1", "FAST1", "NEW1", "PRC1", "PRC2", "COI1",
    ]
    #expect(flags.isSuperset(of: table) && !flags.contains("SSH") && !flags.contains("DIRECT_MAX"))
  }

  private func decision(_ price: Int64, quantity: Int64 = 1, paid: [Int64]) throws -> [Violation] {
    var facts = OrderFacts.example(price, quantity: quantity)
    facts.lines[0].paidPrices = paid.map { PaidPrice(day: "2027-02-01", unitPrice: Rupiah($0)) }
    return try decide(facts, .example()).violations.filter { $0.code == .abovePriceMedian }
  }

  private let usual: [Int64] = [1_000_000, 1_000_000, 1_000_000, 900_000, 1_200_000]

  @Test(arguments: [(1_249_999, 0), (1_250_000, 0), (1_250_001, 1), (1_000_000, 0)])
  func `a decision holds a dear price`(price: Int64, count: Int) throws {
    let found = try decision(price, quantity: 3, paid: usual)
    #expect(found.count == count && found.allSatisfy { $0.severity == .hold })
  }

  @Test func `four prices are no median`() throws {
    #expect(try decision(9_000_000, paid: Array(usual.prefix(4))).isEmpty)
  }

  @Test func `a product in two lines is told once`() throws {
    var facts = OrderFacts.example(2_000_000)
    facts.lines[0].paidPrices = usual.map { PaidPrice(day: "2027-02-01", unitPrice: Rupiah($0)) }
    facts.lines.append(facts.lines[0])
    #expect(try decide(facts, .example()).violations.count { $0.code == .abovePriceMedian } == 1)
  }
}
