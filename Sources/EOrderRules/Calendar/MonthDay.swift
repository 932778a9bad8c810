/// A day that returns every year, such as a cut-off on `12-15`.
package struct MonthDay: Hashable, Comparable, Sendable, LosslessStringConvertible {
  /// The month, 1 to 12.
  package let month: Int
  /// The day of the month, 1 to 31.
  package let day: Int

  /// Reads `12-15`; nil for other forms, and for 29 February, which not every year has.
  package init?(_ description: String) {
    guard description.utf8.count == 5, let inCommonYear = Day("2025-" + description) else { return nil }
    (_, month, day) = inCommonYear.parts
  }

  /// The day as `12-15`.
  package var description: String { "\(padded(month, to: 2))-\(padded(day, to: 2))" }

  /// This day in a year of 1 to 9999.
  package func day(in year: Int) -> Day? { Day(year: year, month: month, day: day) }

  /// Earlier in the year comes first.
  package static func < (left: MonthDay, right: MonthDay) -> Bool {
    (left.month, left.day) < (right.month, right.day)
  }
}
