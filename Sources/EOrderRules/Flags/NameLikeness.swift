/// How alike the names of an order's items are to those of other orders, from 0 to 1: of the two most similar
/// names, the share of common trigrams.
struct NameLikeness {
  private let own: [Set<Trigram>]

  /// The names of one side, read once for all comparisons.
  init(_ names: [String]) { own = names.map(trigrams) }

  /// Whether two names are at least that alike; stops at the first that are.
  func reaches(_ threshold: Ratio, with names: [String]) -> Bool {
    guard !own.isEmpty else { return threshold == .zero }
    return names.contains { name in
      let other = trigrams(name)
      return own.contains { shared($0, other) >= threshold }
    }
  }

  /// The likeness of the two most similar names among all of the lists.
  func highest(with lists: [[String]]) -> Ratio {
    var highest = Ratio.zero
    for name in Set(lists.joined()) {
      let other = trigrams(name)
      for one in own { highest = max(highest, shared(one, other)) }
    }
    return highest
  }
}

/// Three characters of a word.
private typealias Trigram = Int64

/// The groups of three characters in the words of a name, each word with two blanks before and one behind;
/// PostgreSQL's `pg_trgm` forms them the same way.
private func trigrams(_ name: String) -> Set<Trigram> {
  var found: Set<Trigram> = []
  for word in name.lowercased().unicodeScalars.split(whereSeparator: { !isPartOfWord($0) }) {
    var last: (Int64, Int64) = (0x20, 0x20)
    for character in word.map({ Int64($0.value) }) + [0x20] {
      // A scalar takes 21 bits, so three fit.
      found.insert(last.0 << 42 | last.1 << 21 | character)
      last = (last.1, character)
    }
  }
  return found
}

private func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
    .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
    true
  default: false
  }
}

private func shared(_ left: Set<Trigram>, _ right: Set<Trigram>) -> Ratio {
  let common =
    left.count <= right.count ? left.count(where: right.contains) : right.count(where: left.contains)
  return Ratio(Int64(common), Int64(left.count + right.count - common)) ?? .zero
}
