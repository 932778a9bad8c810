/// The texts that JSON Schema knows by name: UUID, day and instant.
enum StandardText {
  static let uuidExample = "0190a5c2-7a3e-7c50-9f1e-5b0c2d3e4f50"

  static let uuidPattern =
    "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"
  private static let year = "(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
  private static let day = "\(year)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
  static let datePattern = "^\(day)$"
  static let dateTimePattern =
    "^\(day)[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    + #"(?:\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$"#

  /// The UUID in lower case.
  static func uuid(_ sent: String) -> String? {
    let bytes = Array(sent.utf8)
    guard bytes.count == 36 else { return nil }
    for (index, byte) in bytes.enumerated() {
      switch index {
      case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return nil }
      default: guard Character(Unicode.Scalar(byte)).isHexDigit else { return nil }
      }
    }
    return sent.lowercased()
  }

  static func date(_ sent: String) -> String? { CivilDay(sent.utf8) == nil ? nil : sent }

  static func dateTime(_ sent: String) -> String? { RFC3339.instant(sent) == nil ? nil : sent }
}
