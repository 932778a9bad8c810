import EOrderRules
import Foundation
import StrictJSON

/// A day with its hour as browsers send it, `2027-03-01T16:00`.
enum TypedMoment {
  /// The instant in RFC 3339; nil where the text is no such moment.
  static func instant(_ text: String, in zone: OfficialZone) -> String? {
    guard text.wholeMatch(of: /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?/) != nil else { return nil }
    let seconds = text.count == "2027-03-01T16:00".count ? ":00" : ""
    guard let local = RFC3339.instant("\(text)\(seconds)Z") else { return nil }
    return RFC3339.text(local.addingTimeInterval(TimeInterval(-zone.secondsAheadOfUTC)))
  }

  /// An instant as a browser shows it in its field.
  static func text(_ instant: Date, in zone: OfficialZone) -> String {
    let local = RFC3339.text(instant.addingTimeInterval(TimeInterval(zone.secondsAheadOfUTC)))
    return String(local.prefix("2027-03-01T16:00".count))
  }
}
