import EOrderRules
import Testing

/// Papers that end, and terms on the national blacklist.
@Suite struct VendorLifeTests {
  private let papers = VendorPapers(
    [
      VendorPaper(kind: "halal", validUntil: "2027-05-31"), VendorPaper(kind: "nib", validUntil: nil),
      VendorPaper(kind: "final_tax", validUntil: "2027-04-10"),
    ], required: ["halal", "nib"])

  @Test(
    arguments: [
      ("2027-03-10", nil), ("2027-03-11", "final_tax"), ("2027-04-10", "final_tax"), ("2027-04-11", nil),
      ("2027-05-01", "halal"), ("2027-05-31", "halal"), ("2027-06-01", nil),
    ] as [(Day, String?)])
  func `a paper is told from thirty days before its end`(day: Day, kind: String?) {
    #expect(papers.expiring(on: day)?.kind == kind)
  }

  @Test(arguments: [("2027-05-31", []), ("2027-06-01", ["halal"])] as [(Day, [String])])
  func `only a required paper ends the right to sell`(day: Day, kinds: [String]) {
    #expect(papers.ended(on: day).map(\.kind) == kinds)
  }

  @Test(
    arguments: [
      ("2027-04-30", "2027-05-01", ["halal"]), ("2027-05-01", "2027-05-02", []),
      ("2027-05-01", "2027-05-29", ["halal"]), ("2027-05-29", "2027-05-30", ["halal"]),
      ("2027-05-30", "2027-05-31", []), ("2027-05-30", "2027-06-02", []),
    ] as [(Day, Day, [String])])
  func `reminders fall on their days, once`(last: Day, today: Day, kinds: [String]) {
    #expect(papers.reminders(since: last, on: today).map(\.kind) == kinds)
  }

  @Test func `who was never looked at is reminded of what has begun`() {
    #expect(papers.reminders(since: nil, on: "2027-04-05").map(\.kind) == ["final_tax"])
  }

  @Test func `the looks lead from reminder to reminder to the end`() {
    var days: [Day] = []
    var day: Day = "2027-03-01"
    while let next = papers.nextLook(after: day) {
      days.append(next)
      day = next
    }
    #expect(
      days == [
        "2027-03-11", "2027-04-03", "2027-04-09", "2027-05-01", "2027-05-24", "2027-05-30", "2027-06-01",
      ])
  }

  @Test func `a term bans from its first day up to its end`() {
    let terms = [
      BlacklistTerm(decree: "A", from: "2027-01-01", until: "2027-06-01"),
      BlacklistTerm(decree: "B", from: "2027-05-01", until: "2028-05-01"),
    ]
    #expect(terms.inForce(on: "2026-12-31") == nil)
    #expect(terms.inForce(on: "2027-01-01")?.decree == "A")
    #expect(terms.inForce(on: "2027-05-01")?.decree == "B")
    #expect(terms.inForce(on: "2028-04-30")?.decree == "B")
    #expect(terms.inForce(on: "2028-05-01") == nil)
    #expect(terms.nextBeginning(after: "2027-01-01") == "2027-05-01")
  }
}
