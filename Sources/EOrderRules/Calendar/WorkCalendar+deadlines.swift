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
    let due = closing(of: workingDay(count, after: today))
    return due <= instant ? closing(of: workingDay(1, after: today)) : due
  }

  /// The instant at which offices close on a day.
  package func closing(of day: Day) -> Date { instant(of: day, minute: hours(on: day).end) }
}
