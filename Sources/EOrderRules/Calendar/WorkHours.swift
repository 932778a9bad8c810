/// The hours in which offices work, local time, in minutes after midnight.
package struct WorkHours: Hashable, Sendable, LosslessStringConvertible {
  /// The minute at which work begins.
  package let start: Int
  /// The minute at which work ends; deadlines in working days fall here.
  package let end: Int

  /// Reads `07:30-16:00`; nil for other forms and where the end is not after the start.
  package init?(_ description: String) {
    let times = description.split(separator: "-", omittingEmptySubsequences: false)
    guard times.count == 2, let start = minutes(times[0]), let end = minutes(times[1]), start < end
    else { return nil }
    self.start = start
    self.end = end
  }

  /// The hours as `07:30-16:00`.
  package var description: String { "\(clock(start))-\(clock(end))" }
}

private func minutes(_ text: Substring) -> Int? {
  let bytes = Array(text.utf8)
  guard bytes.count == 5, bytes[2] == 0x3A,
    [0, 1, 3, 4].allSatisfy({ (0x30...0x39).contains(bytes[$0]) }),
    let hour = Int(text.prefix(2)), let minute = Int(text.suffix(2)), hour < 24, minute < 60
  else { return nil }
  return hour * 60 + minute
}

private func clock(_ minutes: Int) -> String {
  "\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
}
