/// A business identification number (Nomor Induk Berusaha): 13 digits, no public check digit.
package struct NIB: Hashable, Sendable, LosslessStringConvertible {
  /// The number.
  package let description: String

  /// Reads 13 digits; nil for anything else.
  package init?(_ description: String) {
    guard isDigits(description, 13...13) else { return nil }
    self.description = description
  }
}
