import EOrderRules
import Foundation

extension OfficialZone {
  /// That of those who belong to no province.
  static let universal = OfficialZone(rawValue: "UTC", secondsAheadOfUTC: 0, abbreviation: "UTC")
}

extension Language {
  /// A day in words: `1 Maret 2027`, `1 March 2027`.
  func day(_ day: Day) -> String {
    let parts = day.parts
    return "\(parts.day) \(monthName(parts.month)) \(parts.year)"
  }

  /// A day with the name of its weekday: `Senin, 1 Maret 2027`.
  func weekday(_ day: Day) -> String { "\(dayName(day.weekday)), \(self.day(day))" }

  /// A day in few letters for tables: `1 Mar 2027`.
  func shortDay(_ day: Day) -> String {
    let parts = day.parts
    return "\(parts.day) \(monthName(parts.month).prefix(3)) \(parts.year)"
  }

  /// An instant on the clocks of a zone: `1 Maret 2027 pukul 08.00 WIB`, `1 March 2027, 08:00 WIB`.
  func instant(_ instant: Date, in zone: OfficialZone) -> String {
    let seconds = Int64(instant.timeIntervalSince1970.rounded(.down)) + Int64(zone.secondsAheadOfUTC)
    let days = (Double(seconds) / 86_400).rounded(.down)
    guard let day = Day(daysSinceEpoch: Int32(clamping: Int64(days))) else { return "–" }
    let minutes = (seconds - Int64(days) * 86_400) / 60
    let (hour, minute) = (twoDigits(minutes / 60), twoDigits(minutes % 60))
    return switch self {
    case .indonesian: "\(self.day(day)) pukul \(hour).\(minute) \(zone.abbreviation)"
    case .english: "\(self.day(day)), \(hour):\(minute) \(zone.abbreviation)"
    }
  }

  /// When something is due, by the clocks of a zone: `Selasa, 2 Maret 2027 16.00 WITA`,
  /// `Tuesday, 2 March 2027, 16:00 WITA`.
  func due(_ instant: Date, in zone: OfficialZone) -> String {
    let text = self.instant(instant, in: zone)
    let seconds = instant.timeIntervalSince1970 + Double(zone.secondsAheadOfUTC)
    guard let day = Day(daysSinceEpoch: Int32(clamping: Int64((seconds / 86_400).rounded(.down)))) else {
      return text
    }
    return "\(dayName(day.weekday)), \(text.replacing(" pukul ", with: " "))"
  }

  private func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func monthName(_ month: Int) -> String {
    let names =
      switch self {
      case .indonesian:
        [
          "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
          "November", "Desember",
        ]
      case .english:
        [
          "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December",
        ]
      }
    return names[month - 1]
  }

  private func dayName(_ weekday: Weekday) -> String {
    let names =
      switch self {
      case .indonesian: ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
      case .english: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
      }
    return names[weekday.rawValue - 1]
  }
}
