import EOrderRules
import FoundationEssentials
import Testing

/// Deadlines at the borders of days, years and zones.
@Suite struct DeadlineBorderTests {
  private static let friday = WorkVariant(weekdays: [.friday], hours: WorkHours("07:30-16:30")!)
  private static let ramadan = WorkVariant(
    from: "2027-02-08", to: "2027-03-09", hours: WorkHours("08:00-15:00")!)

  private func calendar(
    _ hoursAhead: Int, _ holidays: [Day] = [], variants: [WorkVariant] = []
  ) -> WorkCalendar {
    let zone = OfficialZone(rawValue: "Zone", secondsAheadOfUTC: hoursAhead * 3600, abbreviation: "W")
    let days = holidays.map { ($0, Holiday(name: "Libur", kind: .national)) }
    return WorkCalendar(
      zone: zone, hours: WorkHours("07:30-16:00")!, variants: variants,
      holidays: Dictionary(uniqueKeysWithValues: days))
  }

  /// An instant by the clocks of universal time.
  private func utc(_ day: Day, _ hour: Int, _ minute: Int = 0, _ second: Int = 0) -> Date {
    Date(
      timeIntervalSince1970: Double(day.daysSinceEpoch) * 86_400 + Double(hour * 3600 + minute * 60 + second))
  }

  @Test(arguments: [(7, 9), (8, 8), (9, 7)])
  func `offices close at sixteen by their own clocks`(ahead: Int, hour: Int) {
    let due = calendar(ahead).deadline(workingDays: 1, after: utc("2027-03-01", 3))
    #expect(due == utc("2027-03-02", hour))
  }

  @Test func `the last second of a year counts from that year`() {
    // 23:59:59 on 31 December 2026, a Thursday, where it is WITA; the second after is New Year.
    let calendar = calendar(8, ["2027-01-01"])
    let last = utc("2026-12-31", 15, 59, 59)
    #expect(calendar.day(of: last) == Day("2026-12-31"))
    #expect(calendar.day(of: last + 1) == Day("2027-01-01"))
    #expect(calendar.deadline(workingDays: 1, after: last) == utc("2027-01-04", 8))
    #expect(calendar.deadline(workingDays: 1, after: last + 1) == utc("2027-01-04", 8))
    #expect(calendar.deadline(hours: 24, after: last) == utc("2027-01-01", 15, 59, 59))
  }

  @Test func `the same instant lies in two years in two zones`() {
    let instant = utc("2026-12-31", 16, 30)
    #expect(calendar(7).day(of: instant).year == 2026)
    #expect(calendar(8).day(of: instant).year == 2027)
  }

  @Test func `holidays cross the new year`() {
    let calendar = calendar(7, ["2026-12-24", "2026-12-25", "2026-12-31", "2027-01-01", "2027-01-04"])
    #expect(calendar.deadline(workingDays: 5, after: utc("2026-12-23", 3)) == utc("2027-01-06", 9))
    #expect(calendar.workingDays(after: "2026-12-23", through: "2027-01-05") == 4)
  }

  @Test func `a leap day is a day`() {
    #expect(calendar(7).deadline(workingDays: 1, after: utc("2028-02-28", 3)) == utc("2028-02-29", 9))
    #expect(calendar(7).deadline(workingDays: 2, after: utc("2028-02-28", 3)) == utc("2028-03-01", 9))
    #expect(calendar(7).deadline(workingDays: 1, after: utc("2027-02-26", 3)) == utc("2027-03-01", 9))
    #expect(calendar(7).deadline(hours: 24, after: utc("2028-02-28", 17)) == utc("2028-02-29", 17))
  }

  @Test func `other hours on Fridays and in Ramadan move the closing`() {
    let calendar = calendar(8, variants: [Self.friday, Self.ramadan])
    #expect(calendar.deadline(workingDays: 1, after: utc("2027-01-14", 2)) == utc("2027-01-15", 8, 30))
    #expect(calendar.deadline(workingDays: 1, after: utc("2027-01-13", 2)) == utc("2027-01-14", 8))
    #expect(calendar.deadline(workingDays: 0, after: utc("2027-02-12", 2)) == utc("2027-02-12", 7))
    #expect(calendar.deadline(workingDays: 0, after: utc("2027-02-12", 7)) == utc("2027-02-15", 7))
    #expect(calendar.hours(on: "2027-02-07").description == "07:30-16:00")
    #expect(calendar.hours(on: "2027-03-09").description == "08:00-15:00")
    #expect(calendar.hours(on: "2027-03-12").description == "07:30-16:30")
  }

  @Test func `what is laid down later counts, and what is withdrawn does not`() {
    let base = calendar(7, ["2027-05-06"])
    let later = base.observing([
      "2027-05-07": Holiday(name: "Cuti bersama", kind: .collectiveLeave, source: "SKB 3 Menteri"),
      "2027-05-06": Holiday(name: "Dipindahkan", kind: .workingDay),
    ])
    #expect(base.isWorkingDay("2027-05-07") && !base.isWorkingDay("2027-05-06"))
    #expect(!later.isWorkingDay("2027-05-07") && later.isWorkingDay("2027-05-06"))
  }

  @Test func `variants come from the settings`() throws {
    let rulebook = try Rulebook.example([
      "workday.variants": [["hours": "07:30-11:30", "weekdays": ["friday"]]]
    ])
    #expect(rulebook.calendar.hours(on: "2027-03-05").description == "07:30-11:30")
    #expect(rulebook.calendar.hours(on: "2027-03-04").description == "07:30-16:00")
    let wrong = rulebook.settings.setting(
      "workday.variants", to: [["hours": "08:00-15:00", "from": "2027-03-09", "to": "2027-03-08"]])
    #expect(try wrong.conflicts(national: .example(), on: march).map(\.key) == ["workday.variants"])
  }
}
