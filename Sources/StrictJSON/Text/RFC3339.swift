package import Foundation

/// Instants as RFC 3339 writes them, with microseconds.
package enum RFC3339 {
  /// The instant in UTC, `2027-03-01T01:00:00Z`, with six digits of fraction unless it is zero.
  package static func text(_ instant: Date) -> String {
    let microseconds = Int64((instant.timeIntervalSince1970 * 1_000_000).rounded())
    let (seconds, fraction) = microseconds.dividedFlooring(by: 1_000_000)
    let (days, secondOfDay) = seconds.dividedFlooring(by: 86_400)
    let day = CivilDay(daysSinceEpoch: days)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(27)
    day.append(to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    bytes.appendDigits(secondOfDay / 3600, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendDigits(secondOfDay / 60 % 60, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendDigits(secondOfDay % 60, width: 2)
    if fraction != 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.appendDigits(fraction, width: 6)
    }
    bytes.append(UInt8(ascii: "Z"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The instant that a text spells, at any offset from UTC; nil where it is no RFC 3339 date and time.
  ///
  /// Digits of the fraction beyond the sixth are dropped. A leap second is refused.
  package static func instant(_ text: String) -> Date? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, let day = CivilDay(bytes[0..<10]), bytes[10] | 0x20 == UInt8(ascii: "t"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = bytes.number(11..<13, upTo: 23), let minute = bytes.number(14..<16, upTo: 59),
      let second = bytes.number(17..<19, upTo: 59)
    else { return nil }
    var rest = bytes[19...]
    guard let fraction = microseconds(&rest), let offset = offsetSeconds(rest) else { return nil }
    let seconds = day.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second - offset
    return Date(timeIntervalSince1970: Double(seconds * 1_000_000 + fraction) / 1_000_000)
  }

  private static func microseconds(_ rest: inout ArraySlice<UInt8>) -> Int64? {
    guard rest.first == UInt8(ascii: ".") else { return 0 }
    let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else { return nil }
    rest = rest[digits.endIndex...]
    let six = digits.prefix(6)
    let value = six.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
    return (six.count..<6).reduce(value) { value, _ in value * 10 }
  }

  private static func offsetSeconds(_ rest: ArraySlice<UInt8>) -> Int64? {
    let bytes = Array(rest)
    if bytes.count == 1 { return bytes[0] | 0x20 == UInt8(ascii: "z") ? 0 : nil }
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = bytes.number(1..<3, upTo: 23),
      let minutes = bytes.number(4..<6, upTo: 59)
    else { return nil }
    switch bytes[0] {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
    default: return nil
    }
  }
}
