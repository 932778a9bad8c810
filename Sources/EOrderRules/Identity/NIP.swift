/// A civil servant's number: date of birth, month of appointment, sex, serial number.
package struct NIP: Hashable, Sendable, LosslessStringConvertible {
  /// The 18 digits.
  package let description: String

  /// Reads 18 digits whose dates and sex can exist; nil for anything else.
  package init?(_ description: String) {
    guard isDigits(description, 18...18),
      Day(
        year: decimal(part(description, 0..<4)), month: decimal(part(description, 4..<6)),
        day: decimal(part(description, 6..<8))) != nil,
      Day(
        year: decimal(part(description, 8..<12)), month: decimal(part(description, 12..<14)), day: 1) != nil,
      ["1", "2"].contains(part(description, 14..<15))
    else { return nil }
    self.description = description
  }
}
