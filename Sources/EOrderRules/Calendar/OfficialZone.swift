/// A time zone of the country, as the national rules list it.
///
/// None has summer time, so each is one fixed offset (Keppres 41/1987).
package struct OfficialZone: Hashable, Sendable {
  /// The IANA name.
  package let rawValue: String
  /// Seconds by which local clocks are ahead of UTC.
  package let secondsAheadOfUTC: Int
  /// What people write behind a time: WIB, WITA or WIT.
  package let abbreviation: String

  /// A zone of these parts.
  package init(rawValue: String, secondsAheadOfUTC: Int, abbreviation: String) {
    self.rawValue = rawValue
    self.secondsAheadOfUTC = secondsAheadOfUTC
    self.abbreviation = abbreviation
  }
}
