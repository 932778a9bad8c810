/// An Indonesian telephone number in E.164: `+62` and 8 to 12 digits without a leading zero.
package struct PhoneNumber: Hashable, Sendable, LosslessStringConvertible {
  /// The number with its `+62`.
  package let description: String

  /// Reads the international form only; nil for `08…` and anything else.
  package init?(_ description: String) {
    let national = description.dropFirst(3)
    guard description.hasPrefix("+62"), isDigits(national, 8...12), national.first != "0" else { return nil }
    self.description = description
  }
}
