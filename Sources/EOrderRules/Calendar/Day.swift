/// A day of the proleptic Gregorian calendar, years 1 to 9999, without a time zone.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, which is day 0.
  package let daysSinceEpoch: Int32

  private static let first: Int32 = -719_162  // 0001-01-01
  private static let last: Int32 = 2_932_896  // 9999-12-31

  /// 1970-01-01.
  package static let epoch = Day(holding: 0)

  /// 9999-12-31, after which there is nothing.
  package static let distantFuture = Day(holding: .max)

  /// The day so many days after 1970-01-01; nil outside the years 1 to 9999.
  package init?(daysSinceEpoch: Int32) {
    guard (Day.first...Day.last).contains(daysSinceEpoch) else { return nil }
    self.daysSinceEpoch = daysSinceEpoch
  }

  /// The day of that date; nil where the calendar has no such date.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(of: month, in: year)
    else { return nil }
    // Years begin in March, so that the leap day ends them.
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSinceEpoch = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The day so many days after 1970-01-01, held at the ends of the calendar.
  init(holding days: Int64) {
    daysSinceEpoch = Int32(clamping: min(max(days, Int64(Day.first)), Int64(Day.last)))
  }

  /// Earlier days come first.
  package static func < (left: Day, right: Day) -> Bool { left.daysSinceEpoch < right.daysSinceEpoch }

  /// The day so many days later, or earlier where negative; held at the ends of the calendar.
  package func adding(days: Int) -> Day { Day(holding: Int64(daysSinceEpoch) + Int64(Int32(clamping: days))) }

  /// How many days this day lies after `other`.
  package func days(since other: Day) -> Int { Int(daysSinceEpoch) - Int(other.daysSinceEpoch) }

  /// The number of days of a month, 1 to 12.
  package static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
