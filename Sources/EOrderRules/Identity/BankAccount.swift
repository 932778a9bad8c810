/// A bank by its national code, such as 111.
package struct BankCode: Hashable, Sendable, LosslessStringConvertible {
  /// The three digits.
  package let description: String

  /// Reads three digits; nil for anything else.
  package init?(_ description: String) {
    guard isDigits(description, 3...3) else { return nil }
    self.description = description
  }
}

/// The number of an account at a bank.
package struct AccountNumber: Hashable, Sendable, LosslessStringConvertible {
  /// The digits.
  package let description: String

  /// Reads 6 to 20 digits; nil for anything else.
  package init?(_ description: String) {
    guard isDigits(description, 6...20) else { return nil }
    self.description = description
  }
}

extension StringProtocol {
  /// The text with all but its last four characters replaced, as NIK, NPWP and account numbers are shown.
  package var maskedToLastFour: String {
    String(repeating: "*", count: Swift.max(0, count - 4)) + suffix(4)
  }
}
