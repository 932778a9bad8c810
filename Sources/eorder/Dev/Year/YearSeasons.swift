import EOrderRules
import Foundation

/// When provinces buy: quiet at first, a rush before the books close, other meals in the fasting month.
struct YearSeasons: Sendable {
  let calendar: WorkCalendar

  /// How many orders a working day brings, by month; the end of December is for paying.
  private static let months = [35, 70, 90, 90, 100, 110, 100, 105, 110, 140, 170, 110]

  func weight(_ day: Day) -> Int {
    guard calendar.isWorkingDay(day) else { return 0 }
    let parts = day.parts
    if parts.month == 12, parts.day > 12 { return 8 }
    return Self.months[parts.month - 1]
  }

  /// Whether people fast on that day, by the Umm al-Qura calendar.
  func isFasting(_ day: Day) -> Bool {
    var islamic = Calendar(identifier: .islamicUmmAlQura)
    islamic.timeZone = TimeZone(secondsFromGMT: 0) ?? .gmt
    let noon = Date(timeIntervalSince1970: Double(day.daysSinceEpoch) * 86_400 + 43_200)
    return islamic.component(.month, from: noon) == 9
  }

  /// The instant itself where somebody of this seat works then, else the next at which one does.
  ///
  /// Money is paid between three and four, and nobody decides anything in that hour: what a vendor has been paid so
  /// far decides on its taxes, and so the year is the same however many units go on at once.
  func settle(_ instant: Date, _ seat: YearSeat, _ random: inout YearRandom) -> Date {
    let day = calendar.day(of: instant)
    let minute = Int(instant.timeIntervalSince(calendar.instant(of: day)) / 60)
    switch seat {
    case .vendor:
      if (480..<900).contains(minute) || (965..<1200).contains(minute) { return instant }
      if minute < 480 { return calendar.instant(of: day, minute: 480 + random.int(1...90)) }
      if minute < 965 { return calendar.instant(of: day, minute: 965 + random.int(1...60)) }
      return calendar.instant(of: day.adding(days: 1), minute: 480 + random.int(1...40))
    case .payer:
      let due = calendar.isWorkingDay(day) && minute < 900 ? day : calendar.workingDay(1, after: day)
      return calendar.instant(of: due, minute: 900 + random.int(2...57))
    default:
      if calendar.isWorkingDay(day), (450..<900).contains(minute) { return instant }
      let due = calendar.isWorkingDay(day) && minute < 450 ? day : calendar.workingDay(1, after: day)
      return calendar.instant(of: due, minute: 455 + random.int(1...150))
    }
  }

  /// When somebody gets round to something after a wait.
  func after(_ instant: Date, _ wait: YearWait, _ seat: YearSeat, _ random: inout YearRandom) -> Date {
    switch wait {
    case .seconds(let seconds): return instant + Double(random.int(seconds))
    case .hours(let hours):
      return settle(
        instant + Double(random.int(hours.lowerBound * 60...hours.upperBound * 60)) * 60, seat, &random)
    case .days(let days):
      let count = random.int(days)
      let day = calendar.day(of: instant)
      let due = seat == .vendor ? day.adding(days: count) : calendar.workingDay(count, after: day)
      let start = calendar.instant(of: due, minute: 480 + random.int(0...360))
      return settle(max(start, instant + 60), seat, &random)
    }
  }
}

/// Who does a step.
enum YearSeat: Sendable {
  case owner, commitment, officer, technical, verifier, treasurer, payer, vendor
}

/// How long something takes.
enum YearWait: Sendable {
  /// Whatever the hour.
  case seconds(ClosedRange<Int>)
  case hours(ClosedRange<Int>)
  /// Working days for officials.
  case days(ClosedRange<Int>)
}
