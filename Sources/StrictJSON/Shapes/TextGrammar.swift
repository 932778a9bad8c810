/// A small regular grammar over ASCII that can both be printed as an ECMA pattern and be followed.
///
/// Both come from one value, so the pattern that is published and the check that is made cannot differ.
package indirect enum TextGrammar: Sendable {
  /// So many characters of the given ranges, written as in a character class: `"0-9A-F"`.
  case characters(CharacterClass, ClosedRange<Int>)
  case literal(String)
  case sequence([TextGrammar])
  case choice([TextGrammar])
  case repeated(TextGrammar, ClosedRange<Int>)
  /// Takes nothing, but asks that what follows begins like this.
  case ahead(TextGrammar)

  /// So many decimal digits.
  package static func digits(_ count: Int) -> TextGrammar { .characters("0-9", count...count) }

  /// Between so many decimal digits.
  package static func digits(_ counts: ClosedRange<Int>) -> TextGrammar { .characters("0-9", counts) }

  /// The pattern without anchors.
  package var regex: String {
    switch self {
    case .characters(let members, let counts): return members.regex + Self.quantifier(counts)
    case .literal(let text): return text.map(Self.escaped).joined()
    case .sequence(let parts): return parts.map(\.regex).joined()
    case .choice(let parts): return "(?:\(parts.map(\.regex).joined(separator: "|")))"
    case .ahead(let part): return "(?=\(part.regex))"
    case .repeated(let part, let counts): return "(?:\(part.regex))\(Self.quantifier(counts))"
    }
  }

  private static func escaped(_ character: Character) -> String {
    "\\^$.|?*+()[]{}/".contains(character) ? "\\\(character)" : String(character)
  }

  private static func quantifier(_ counts: ClosedRange<Int>) -> String {
    switch (counts.lowerBound, counts.upperBound) {
    case (1, 1): ""
    case (0, 1): "?"
    case (0, Int.max): "*"
    case (1, Int.max): "+"
    case (let least, Int.max): "{\(least),}"
    case (let least, let most) where least == most: "{\(least)}"
    case (let least, let most): "{\(least),\(most)}"
    }
  }
}
