/// A taxpayer number (PMK 112/2022): 16 digits, `0` and the old 15 for companies, the NIK for citizens.
package struct NPWP: Hashable, Sendable, LosslessStringConvertible {
  /// The 16 digits.
  package let description: String

  /// Reads 16 digits, or the old 15, before which it puts a `0`; nil for anything else.
  package init?(_ description: String) {
    guard isDigits(description, 15...16) else { return nil }
    self.description = description.utf8.count == 15 ? "0" + description : description
  }

  /// Whether the number looks mistyped; it is to be questioned, never refused.
  ///
  /// The ninth digit of the old layout checks the eight before it (Luhn); a citizen's number is a NIK.
  package var looksMistyped: Bool {
    guard description.first == "0" else { return NIK(description) == nil }
    return !passesLuhn(part(description, 1..<10))
  }
}

private func passesLuhn(_ digits: Substring) -> Bool {
  var sum = 0
  for (index, digit) in digits.reversed().enumerated() {
    let value = digit.wholeNumberValue ?? 0
    let doubled = index % 2 == 1 ? value * 2 : value
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 == 0
}
