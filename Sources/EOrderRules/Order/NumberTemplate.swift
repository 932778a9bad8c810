/// How numbers of orders, handovers and invoices are written: `{seq:5}/EO/{unit}/{roman_month}/{year}`.
package struct NumberTemplate: Hashable, Sendable, LosslessStringConvertible {
  private enum Piece: Hashable {
    case text(String)
    case sequence(width: Int)
    case unit, month, romanMonth, year
  }

  /// The template as it was written.
  package let description: String
  private let pieces: [Piece]

  /// Reads a template; nil where a placeholder is unknown, or where `{seq}`, `{unit}` or `{year}` is
  /// missing, without which two orders could bear the same number.
  package init?(_ description: String) {
    var pieces: [Piece] = []
    var rest = description[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}"),
        let piece = Self.piece(rest[rest.index(after: open)..<close])
      else { return nil }
      pieces += [.text(String(rest[..<open])), piece]
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(.text(String(rest)))
    let counts = pieces.contains { if case .sequence = $0 { true } else { false } }
    guard counts, pieces.contains(.unit), pieces.contains(.year), !description.contains("\n"),
      !pieces.contains(where: { if case .text(let text) = $0 { text.contains("}") } else { false } })
    else { return nil }
    self.pieces = pieces
    self.description = description
  }

  /// The number of the given place in the unit's year.
  package func number(sequence: Int, unit: String, day: Day) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .sequence(let width): padded(sequence, to: width)
      case .unit: unit
      case .month: padded(day.month, to: 2)
      case .romanMonth: Self.roman[day.month - 1]
      case .year: padded(day.year, to: 4)
      }
    }.joined()
  }

  private static func piece(_ name: Substring) -> Piece? {
    switch name {
    case "seq": return .sequence(width: 1)
    case "unit": return .unit
    case "month": return .month
    case "roman_month": return .romanMonth
    case "year": return .year
    default:
      guard name.hasPrefix("seq:"), let width = Int(name.dropFirst(4)), (1...9).contains(width) else {
        return nil
      }
      return .sequence(width: width)
    }
  }

  private static let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
}
