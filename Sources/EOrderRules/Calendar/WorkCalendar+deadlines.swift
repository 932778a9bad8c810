package import FoundationEssentials

extension WorkCalendar {
  /// A deadline so many clock hours after an instant, weekends and nights included.
  package func deadline(hours: Int, after instant: Date) -> Date {
    instant.adding(seconds: Int64(hours) * 3600)
  }

  /// The end of work on the n-th working day after the local day of an instant.
  ///
  /// For 0 it is the end of that same day's work; where that has passed or nobody works, of the next
  /// working day.
  package func deadline(workingDays count: Int, after instant: Date) -> Date {
    let today = day(of: instant)
    let due = self.instant(of: workingDay(count, after: today), minute: hours.end)
    guard due <= instant else { return due }
    return self.instant(of: workingDay(1, after: today), minute: hours.end)
  }
}
