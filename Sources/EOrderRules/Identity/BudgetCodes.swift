/// An account of spending (kode rekening): `5.1.02.01.01.0024` (Permendagri 90/2019).
package struct AccountCode: Hashable, Sendable, LosslessStringConvertible {
  /// The code with its dots.
  package let description: String

  /// Reads a code of six levels that begins with 5; nil for anything else.
  package init?(_ description: String) {
    guard description.hasPrefix("5."), hasLevels(description, [1, 1, 2, 2, 2, 4]) else { return nil }
    self.description = description
  }
}

/// A sub-activity (sub-kegiatan): `7.02.01.1.06.0009`.
package struct ActivityCode: Hashable, Sendable, LosslessStringConvertible {
  /// The code with its dots.
  package let description: String

  /// Reads a code of six levels; nil for anything else.
  package init?(_ description: String) {
    let levels = [[1, 2, 2, 1, 2, 4], [1, 2, 2, 2, 2, 4]]
    guard levels.contains(where: { hasLevels(description, $0) }) else { return nil }
    self.description = description
  }
}

/// The number of a procurement plan entry (RUP): 5 to 10 digits.
package struct RUPCode: Hashable, Sendable, LosslessStringConvertible {
  /// The digits.
  package let description: String

  /// Reads 5 to 10 digits; nil for anything else.
  package init?(_ description: String) {
    guard isDigits(description, 5...10) else { return nil }
    self.description = description
  }
}

private func hasLevels(_ text: String, _ lengths: [Int]) -> Bool {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  return parts.count == lengths.count && zip(parts, lengths).allSatisfy { isDigits($0, $1...$1) }
}
