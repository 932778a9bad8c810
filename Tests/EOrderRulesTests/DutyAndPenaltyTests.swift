import EOrderRules
import Testing

@Suite struct DutyAndPenaltyTests {
  @Test(arguments: [(4_999_999, 0), (5_000_000, 0), (5_000_001, 10_000), (50_000_000, 10_000), (0, 0)])
  func `a receipt above five million bears a stamp`(amount: Int, duty: Int) throws {
    let national = try NationalRules.example()
    #expect(try national.stampDuty(onReceiptOf: Rupiah(Int64(amount)), on: march) == Rupiah(Int64(duty)))
  }

  @Test func `the stamp has no rule before its law`() throws {
    #expect(throws: RulesError.notYetInForce("STAMP_DUTY", "2020-12-31")) {
      try NationalRules.example().stampDuty(onReceiptOf: 6_000_000, on: "2020-12-31")
    }
  }

  @Test(
    arguments: [
      ("2027-02-28", 0, 0), ("2027-03-01", 0, 0), ("2027-03-02", 1, 10_000), ("2027-03-04", 3, 30_000),
      ("2027-03-31", 30, 300_000),
    ] as [(Day, Int64, Int64)])
  func `a late part owes for each calendar day`(delivered: Day, days: Int64, amount: Int64) throws {
    let penalty = try NationalRules.example().latePenalty(
      onPart: 10_000_000, due: march, delivered: delivered, contract: "2027-02-01")
    #expect(penalty.daysLate == days)
    #expect(penalty.amount == Rupiah(amount))
    #expect(penalty.base == 10_000_000)
    #expect(penalty.rule == "LATE_PENALTY@2018-07-01")
  }

  @Test func `a penalty is rounded once, half up, and refused beyond counting`() throws {
    let national = try NationalRules.example()
    func owed(_ part: Rupiah) throws -> Rupiah {
      try national.latePenalty(onPart: part, due: march, delivered: "2027-03-04", contract: march).amount
    }
    #expect(try owed(333_500) == 1_001)
    #expect(try owed(333_499) == 1_000)
    #expect(throws: RulesError.overflow) { try owed(Rupiah(.max)) }
  }
}
