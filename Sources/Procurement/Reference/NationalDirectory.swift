package import EOrderRules
package import Foundation

/// What people choose by name where the law wants a code: regions, banks, lines of business. The lists stand in
/// `Tenants/national/`; of a list that is not there people type the code.
package struct NationalDirectory: Sendable {
  /// A code with its name, and other words by which people look for it.
  package struct Entry: Sendable {
    package let code: String
    package let name: String
    package let english: String
    fileprivate let words: String
  }

  package let regions: [Entry]
  package let banks: [Entry]
  package let businesses: [Entry]

  /// - Parameter folder: `Tenants/national`.
  package init(folder: URL) {
    regions = Self.entries(folder, "regions.csv")
    banks = Self.entries(folder, "banks.csv")
    businesses = Self.entries(folder, "kbli.csv")
  }

  private static func entries(_ folder: URL, _ file: String) -> [Entry] {
    guard let bytes = try? Data(contentsOf: folder.appending(path: file)) else { return [] }
    var reader = CSVReader(Array(bytes))
    var entries: [Entry] = []
    while let row = (try? reader.next()) ?? nil {
      guard row.count >= 2, row[0] != "code" else { continue }
      entries.append(
        Entry(
          code: row[0], name: row[1], english: row.count > 2 ? row[2] : row[1],
          words: row.joined(separator: " ").lowercased()))
    }
    return entries
  }

  /// The regencies and cities of a province; its own entry where they are not listed.
  package func regions(ofProvince code: String) -> [Entry] {
    let parts = regions.filter { $0.code.hasPrefix(code + ".") }
    return parts.isEmpty ? regions.filter { $0.code == code } : parts
  }

  package var provinces: [Entry] { regions.filter { $0.code.count == 2 } }

  /// The name of the smallest listed region in which a region lies; nil where none is.
  package func regionName(_ code: String) -> String? {
    regions.filter { code == $0.code || code.hasPrefix($0.code + ".") }.max { $0.code.count < $1.code.count }?
      .name
  }

  package func bankName(_ code: String) -> String? { banks.first { $0.code == code }?.name }

  /// The name of a line of business in the list of 2020.
  package func business(_ line: KBLI) -> Entry? {
    line.edition == .of2020 ? businesses.first { $0.code == line.code } : nil
  }

  /// The lines of business that all words fit, the beginnings of words counting too.
  package func businesses(for words: String, most: Int = 12) -> [Entry] {
    let asked = words.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard !asked.isEmpty else { return [] }
    let found = businesses.filter { entry in
      let own = entry.words.split { !$0.isLetter && !$0.isNumber }
      return asked.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
    }
    return Array(found.prefix(most))
  }
}
