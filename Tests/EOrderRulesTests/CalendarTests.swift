import EOrderRules
import FoundationEssentials
import Testing

@Suite struct CalendarTests {
  private enum Hours: Int {
    case western = 7
    case central, eastern
  }

  private func calendar(_ hours: Hours) -> WorkCalendar {
    let zone = OfficialZone(
      rawValue: "Zone", secondsAheadOfUTC: hours.rawValue * 3600, abbreviation: "W")
    return WorkCalendar(
      zone: zone, hours: WorkHours("07:30-16:00")!, holidays: days(["2027-03-08", "2027-03-10"]))
  }

  private func days(_ days: [Day]) -> [Day: Holiday] {
    Dictionary(uniqueKeysWithValues: days.map { ($0, Holiday(name: "Libur", kind: .local)) })
  }

  private func instant(_ day: Day, hour: Int) -> Date {
    Date(timeIntervalSince1970: Double(day.daysSinceEpoch) * 86_400 + Double(hour) * 3600)
  }

  @Test func `days are counted from the epoch`() throws {
    #expect(Day("1970-01-01").daysSinceEpoch == 0)
    #expect(Day("2000-03-01").daysSinceEpoch == 11_017)
    #expect(Day("0001-01-01").daysSinceEpoch == -719_162)
    #expect(Day("9999-12-31").daysSinceEpoch == 2_932_896)
    for days in stride(from: Int32(-719_162), through: 2_932_896, by: 997) {
      let day = try #require(Day(daysSinceEpoch: days))
      #expect(Day(day.description) == day)
      #expect(Day(year: day.parts.year, month: day.parts.month, day: day.parts.day) == day)
    }
    #expect(march.weekday == .monday)
  }

  @Test(
    arguments: [
      "2027-02-29", "2027-13-01", "2027-00-10", "2027-1-01", "27-01-01", "2027/01/01", "", "2027-01-01 ",
      "+027-01-01", "0000-01-01", "2100-02-29", "２０27-01-01",
    ])
  func `what is no day is refused`(text: String) { #expect(Day(text) == nil) }

  @Test func `adding holds at the ends of time`() {
    #expect(Day("9999-12-31").adding(days: .max) == Day("9999-12-31"))
    #expect(Day("2027-12-31").adding(days: 1) == Day("2028-01-01"))
    let end = calendar(.western).workingDay(5, after: "9999-12-31")
    #expect(end == Day("9999-12-31"))
  }

  @Test func `the local day begins at local midnight`() {
    let midnight = instant("2027-03-01", hour: 16)
    #expect(calendar(.central).day(of: midnight) == Day("2027-03-02"))
    #expect(calendar(.western).day(of: midnight) == Day("2027-03-01"))
    #expect(calendar(.eastern).instant(of: "2027-03-02") == instant("2027-03-01", hour: 15))
  }

  @Test func `sixteen hours WITA is fifteen hours WIB`() {
    let start = instant("2027-03-01", hour: 2)
    let eastern = calendar(.central).deadline(workingDays: 3, after: start)
    let western = calendar(.western).deadline(workingDays: 3, after: start)
    #expect(eastern == instant("2027-03-04", hour: 8))
    #expect(western == instant("2027-03-04", hour: 9))
  }

  @Test func `weekends and holidays do not count`() {
    let calendar = calendar(.western)
    #expect(calendar.workingDay(1, after: "2027-03-05") == Day("2027-03-09"))
    #expect(calendar.workingDay(5, after: "2027-03-05") == Day("2027-03-16"))
    #expect(calendar.workingDay(0, after: "2027-03-06") == Day("2027-03-09"))
    #expect(calendar.workingDay(0, after: "2027-03-05") == Day("2027-03-05"))
    #expect(calendar.workingDays(after: "2027-03-05", through: "2027-03-16") == 5)
    #expect(calendar.workingDays(after: "2027-03-16", through: "2027-03-05") == 0)
  }

  @Test func `the same day ends with office hours, or on the next working day`() {
    let calendar = calendar(.western)
    #expect(
      calendar.deadline(workingDays: 0, after: instant("2027-03-01", hour: 2))
        == instant("2027-03-01", hour: 9))
    #expect(
      calendar.deadline(workingDays: 0, after: instant("2027-03-01", hour: 9))
        == instant("2027-03-02", hour: 9))
  }

  @Test func `timers follow the settings`() throws {
    let rulebook = try Rulebook.example(["timer.pay_wd": 5])
    let start = instant("2027-03-01", hour: 2)
    let food = OrderTransition.issue.timerChanges(TimerFacts(instant: start, isFood: true), rulebook)
    #expect(food == [.start(.accept, due: start + 24 * 3600)])
    let other = OrderTransition.issue.timerChanges(TimerFacts(instant: start, isFood: false), rulebook)
    #expect(other == [.start(.accept, due: start + 72 * 3600)])
    let arrived = OrderTransition.arrive.timerChanges(TimerFacts(instant: start, isFood: true), rulebook)
    #expect(arrived == [.stop(.replace), .start(.inspect, due: instant("2027-03-01", hour: 8))])
    let refused = OrderTransition.inspectReject.timerChanges(
      TimerFacts(instant: start, isFood: false), rulebook)
    #expect(refused == [.stop(.inspect), .start(.replace, due: instant("2027-03-03", hour: 8))])
  }

  @Test func `payment waits while queried and goes on with what was left`() throws {
    let rulebook = try Rulebook.example(["timer.pay_wd": 5])
    let invoiced = instant("2027-03-01", hour: 2)
    let running = OrderTransition.invoice.timerChanges(TimerFacts(instant: invoiced, isFood: false), rulebook)
    let due = instant("2027-03-09", hour: 8)
    #expect(running.contains(.start(.pay, due: due)))
    let queried = TimerFacts(instant: instant("2027-03-03", hour: 2), isFood: false, payDue: due)
    #expect(OrderTransition.query.timerChanges(queried, rulebook).contains(.pause(.pay, workingDaysLeft: 3)))
    let again = TimerFacts(instant: instant("2027-03-05", hour: 2), isFood: false, payWorkingDaysLeft: 3)
    let resumed = OrderTransition.invoice.timerChanges(again, rulebook)
    #expect(resumed.contains(.start(.pay, due: instant("2027-03-12", hour: 8))))
  }
}
