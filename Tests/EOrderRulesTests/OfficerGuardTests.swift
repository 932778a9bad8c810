import Testing

@testable import EOrderRules

@Suite struct OfficerGuardTests {
  private func codes(_ change: (inout OrderFacts) -> Void) throws -> [String] {
    var facts = OrderFacts.example()
    change(&facts)
    return try decide(facts, .example()).violations.map { "\($0.code.rawValue) \($0.severity.rawValue)" }
  }

  @Test func `a certificate holds on its last day and no longer`() throws {
    func held(until: Day?) throws -> [String] {
      let certificate = try #require(CompetenceCertificate(number: "PBJ-1", until: until))
      return try codes { $0.officerCertificate = .recorded(certificate) }
    }
    #expect(try held(until: "2027-03-01") == [])
    #expect(try held(until: "2027-02-28") == ["CERT block"])
    #expect(try held(until: nil) == [])
    #expect(CompetenceCertificate(number: nil, until: "2027-03-01") == nil)
  }

  @Test func `a certificate that nobody recorded is pointed out`() throws {
    #expect(try codes { $0.officerCertificate = .missing } == ["CERT warn"])
    #expect(try codes { $0.officerCertificate = nil } == [])
  }

  @Test func `an order belongs to the budget year of its package`() throws {
    func placed(_ day: Day, in year: Int, issuing: Bool = false) throws -> [String] {
      try codes {
        $0.date = day
        $0.deliverBy = nil
        $0.budgetYear = year
        $0.issuing = issuing
      }
    }
    #expect(try placed("2027-12-31", in: 2027) == [])
    #expect(try placed("2028-01-01", in: 2027) == ["YEAR_END block"])
    #expect(try placed("2027-12-05", in: 2028) == [], "the next year is prepared while the old one runs")
    #expect(try placed("2026-12-05", in: 2027, issuing: true) == ["YEAR_END block"])
    #expect(try placed("2027-01-01", in: 2027, issuing: true) == [])
  }

  @Test func `delivery is measured by the year of the package`() throws {
    let early = try codes {
      $0.date = "2026-12-20"
      $0.deliverBy = "2027-01-20"
      $0.budgetYear = 2027
    }
    #expect(early == [])
    let late = try codes {
      $0.date = "2027-03-01"
      $0.deliverBy = "2028-01-20"
      $0.budgetYear = 2027
    }
    #expect(late == ["YEAR_END block"])
  }
}
