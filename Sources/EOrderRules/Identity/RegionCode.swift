/// A region by Kepmendagri 300.2.2-2430/2025: `PP`, `PP.KK`, `PP.KK.CC` or `PP.KK.CC.DDDD`.
package struct RegionCode: Hashable, Sendable, LosslessStringConvertible {
  /// The code with its dots.
  package let description: String

  /// Reads a code of one to four levels; nil for anything else.
  package init?(_ description: String) {
    let parts = description.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...4).contains(parts.count), parts.prefix(3).allSatisfy({ isDigits($0, 2...2) }),
      parts.count < 4 || isDigits(parts[3], 4...4)
    else { return nil }
    self.description = description
  }

  /// The two digits of the province.
  package var province: String { String(description.prefix(2)) }

  /// The city or regency in which the region lies; nil for a whole province.
  package var town: String? { description.count < 5 ? nil : String(description.prefix(5)) }

  /// Whether the region is `other` or lies in it.
  package func lies(in other: RegionCode) -> Bool {
    self == other || description.hasPrefix(other.description + ".")
  }
}
