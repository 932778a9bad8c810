/// The time zones of Indonesia (Keppres 41/1987); none has summer time, so each is one fixed offset.
package enum IndonesianZone: String, Sendable, CaseIterable {
  case jakarta = "Asia/Jakarta"
  case pontianak = "Asia/Pontianak"
  case makassar = "Asia/Makassar"
  case jayapura = "Asia/Jayapura"

  /// Seconds by which local clocks are ahead of UTC.
  package var secondsAheadOfUTC: Int {
    switch self {
    case .jakarta, .pontianak: 7 * 3600
    case .makassar: 8 * 3600
    case .jayapura: 9 * 3600
    }
  }

  /// What people write behind a time: WIB, WITA or WIT.
  package var abbreviation: String {
    switch self {
    case .jakarta, .pontianak: "WIB"
    case .makassar: "WITA"
    case .jayapura: "WIT"
    }
  }
}
