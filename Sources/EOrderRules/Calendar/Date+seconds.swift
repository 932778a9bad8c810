package import FoundationEssentials

/// The one place where the rules meet the fractional seconds of instants; beyond it they count whole ones.
extension Date {
  /// Whole seconds since 1970 in UTC, rounded down and held within 64 bits.
  package var wholeSeconds: Int64 {
    let whole = timeIntervalSince1970.rounded(.down)
    return Int64(exactly: whole) ?? (whole < 0 ? .min : .max)
  }

  /// The instant so many whole seconds after 1970 in UTC.
  init(wholeSeconds seconds: Int64) { self.init(timeIntervalSince1970: .init(seconds)) }

  /// The instant so many whole seconds later; fractions of a second stay.
  func adding(seconds: Int64) -> Date { addingTimeInterval(.init(seconds)) }
}
