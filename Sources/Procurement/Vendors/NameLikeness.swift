import Foundation

/// How alike two names of people or businesses are, whatever their legal form, titles and punctuation.
struct NameLikeness {
  /// From here on a name at the bank counts as the same.
  static let sufficient = 0.85

  private static let forms: Set<String> = [
    "cv", "pt", "fa", "firma", "ud", "tbk", "perum", "koperasi", "kop", "persero", "perorangan",
  ]

  private let characters: [Character]

  init(_ name: String) {
    let withoutTitles = name.split(separator: ",").first.map(String.init) ?? name
    let words = withoutTitles.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .split { !$0.isLetter && !$0.isNumber }
    let told = words.filter { !Self.forms.contains(String($0)) }
    characters = Array((told.isEmpty ? words : told).joined())
  }

  /// From 0 to 1: the share of characters that need not be changed to make one of the other.
  func share(with other: NameLikeness) -> Double {
    let longest = max(characters.count, other.characters.count)
    return longest == 0 ? 0 : 1 - Double(distance(to: other)) / Double(longest)
  }

  /// Whether the bank knows an account by the owner's name or the business's.
  static func owns(_ account: String, ownerName: String, businessName: String) -> Bool {
    let account = NameLikeness(account)
    return [ownerName, businessName].contains { NameLikeness($0).share(with: account) >= sufficient }
  }

  /// Insertions, deletions and replacements that make one of the other (Levenshtein).
  private func distance(to other: NameLikeness) -> Int {
    var row = Array(0...other.characters.count)
    for (index, character) in characters.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (place, its) in other.characters.enumerated() {
        let replaced = diagonal + (character == its ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(replaced, row[place] + 1, row[place + 1] + 1)
      }
    }
    return row[other.characters.count]
  }
}
