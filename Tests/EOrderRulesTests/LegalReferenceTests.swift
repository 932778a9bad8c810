import EOrderRules
import Testing

@Suite struct LegalReferenceTests {
  @Test func `every setting names the regulation behind it`() {
    for key in RuleKey.all { #expect(!key.legal.isEmpty, "\(key.name)") }
  }

  @Test func `a national row ends on its last day`() throws {
    let national = try NationalRules.example([
      NationalRow(.stampDuty, from: "2027-01-01", until: march, legal: "for a while", amount: 20_000)
    ])
    #expect(national.amount(.stampDuty, on: "2026-12-31") == 10_000)
    #expect(national.amount(.stampDuty, on: march) == 20_000)
    #expect(national.amount(.stampDuty, on: "2027-03-02") == 10_000, "the row before holds again")
  }

  @Test func `no row ends before it begins`() {
    #expect(throws: RulesError.endsBeforeItBegins("STAMP_DUTY@2027-03-01")) {
      try NationalRules.example([
        NationalRow(.stampDuty, from: march, until: "2027-02-28", legal: "never", amount: 1)
      ])
    }
  }

  @Test func `deadlines of orders are the nation's numbers`() throws {
    let national = try NationalRules.example([
      NationalRow(.cureWorkingDays, from: march, legal: "new", count: 9),
      NationalRow(.closeDays, from: march, legal: "new", count: 7),
    ])
    let rulebook = try Rulebook.example(national: national)
    #expect(rulebook.deadlines.cureWorkingDays == 3)
    let later = try rulebook.on(march)
    #expect(later.deadlines.cureWorkingDays == 9)
    #expect(later.deadlines.closeDays == 7)
    let calendar = later.calendar
    let facts = TimerFacts(instant: calendar.instant(of: march, minute: 600), isFood: false)
    #expect(
      OrderTransition.terminate.timerChanges(facts, later)
        == [.start(.cure, due: calendar.deadline(workingDays: 9, after: facts.instant))])
  }
}
