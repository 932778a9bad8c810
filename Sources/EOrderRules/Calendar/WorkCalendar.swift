package import FoundationEssentials

/// Working days and deadlines of one province: its zone, its hours, its holidays.
package struct WorkCalendar: Hashable, Sendable {
  /// The zone in which days begin and end.
  package let zone: OfficialZone
  /// The office hours.
  package let hours: WorkHours
  /// Days without work besides the weekends.
  package let holidays: Set<Day>

  /// A calendar of these parts.
  package init(zone: OfficialZone, hours: WorkHours, holidays: Set<Day>) {
    self.zone = zone
    self.hours = hours
    self.holidays = holidays
  }

  /// Whether offices work on that day.
  package func isWorkingDay(_ day: Day) -> Bool { !day.weekday.isWeekend && !holidays.contains(day) }

  /// The local day in which an instant lies.
  package func day(of instant: Date) -> Day {
    let seconds = instant.wholeSeconds
    let (day, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    // Division truncates towards zero; before 1970 the day has begun earlier.
    let local = (second < 0 ? second + 86_400 : second) + Int64(zone.secondsAheadOfUTC)
    let begun = second < 0 ? day - 1 : day
    return Day(holding: begun + (local < 0 ? -1 : local >= 86_400 ? 1 : 0))
  }

  /// The instant so many minutes after local midnight of a day.
  package func instant(of day: Day, minute: Int = 0) -> Date {
    let seconds = Int(day.daysSinceEpoch) * 86_400 + minute * 60 - zone.secondsAheadOfUTC
    return Date(wholeSeconds: Int64(seconds))
  }

  /// The n-th working day after a day, which itself does not count; for 0 the day itself, or the next on
  /// which offices work.
  package func workingDay(_ count: Int, after day: Day) -> Day {
    var current = day
    var left = count
    while left > 0 || !isWorkingDay(current) {
      let next = current.adding(days: 1)
      guard next > current else { break }  // the calendar ends in 9999
      current = next
      if left > 0, isWorkingDay(current) { left -= 1 }
    }
    return current
  }

  /// How many working days follow `start` up to and with `end`; 0 where `end` is not later.
  package func workingDays(after start: Day, through end: Day) -> Int {
    var count = 0
    var current = start
    while current < end {
      current = current.adding(days: 1)
      if isWorkingDay(current) { count += 1 }
    }
    return count
  }
}
