/// A line of business by the national classification, which has two editions in use.
package struct KBLI: Hashable, Sendable {
  /// The edition of the classification.
  package enum Edition: String, Sendable, CaseIterable {
    /// BPS Reg. 2/2020.
    case of2020 = "2020"
    /// BPS Reg. 7/2025.
    case of2025 = "2025"
  }

  /// The five digits.
  package let code: String
  /// The edition that the code belongs to.
  package let edition: Edition

  /// A code of five digits; nil for anything else.
  package init?(code: String, edition: Edition = .of2020) {
    guard isDigits(code, 5...5) else { return nil }
    self.code = code
    self.edition = edition
  }
}

extension KBLI: LosslessStringConvertible {
  /// Reads `56210`, which means 2020, or `56210@2025`; nil for anything else.
  package init?(_ description: String) {
    let parts = description.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let edition = parts.count == 2 ? Edition(rawValue: parts[1]) : .of2020
    else { return nil }
    self.init(code: parts[0], edition: edition)
  }

  /// The code, with its edition where that is not 2020.
  package var description: String { edition == .of2020 ? code : "\(code)@\(edition.rawValue)" }
}
