/// A statement whose text is fixed at compile time and whose values are bound, never spliced.
///
/// Literal pieces are `StaticString`, so text that was made at run time cannot become SQL;
/// `\(value)` binds a parameter and writes its `$n`.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
  enum Piece: Sendable {
    case text(StaticString)
    case name(String)
    case bind(Parameter)
  }

  private(set) var pieces: [Piece]

  package init(stringLiteral value: StaticString) {
    pieces = [.text(value)]
  }

  package init(stringInterpolation: StringInterpolation) {
    pieces = stringInterpolation.pieces
  }

  /// Statement pieces in order, with a fixed separator between them.
  package init(joining fragments: [SQL], separator: StaticString) {
    pieces = []
    for (index, fragment) in fragments.enumerated() {
      if index > 0 { pieces.append(.text(separator)) }
      pieces += fragment.pieces
    }
  }

  package static func + (left: SQL, right: SQL) -> SQL {
    SQL(joining: [left, right], separator: "")
  }

  /// The text with `$n` in place of each value.
  package var text: String { String(decoding: utf8, as: UTF8.self) }

  /// The same text as the server gets it.
  var utf8: [UInt8] {
    var text: [UInt8] = []
    var index = 0
    for piece in pieces {
      switch piece {
      case .text(let literal): literal.withUTF8Buffer { text += $0 }
      case .name(let name): text += name.utf8
      case .bind:
        index += 1
        text += "$\(index)".utf8
      }
    }
    return text
  }

  var parameters: [Parameter] {
    pieces.compactMap { piece in
      if case .bind(let parameter) = piece { parameter } else { nil }
    }
  }

  package struct StringInterpolation: StringInterpolationProtocol, Sendable {
    package typealias StringLiteralType = StaticString
    fileprivate var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(interpolationCount * 2 + 1)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      if literal.utf8CodeUnitCount > 0 { pieces.append(.text(literal)) }
    }

    package mutating func appendInterpolation<Value: SQLValue>(_ value: Value) {
      pieces.append(.bind(Parameter(value)))
    }

    package mutating func appendInterpolation<Value: SQLValue>(_ value: Value?) {
      pieces.append(.bind(value.map(Parameter.init) ?? Parameter(oid: Value.oid, bytes: nil)))
    }

    package mutating func appendInterpolation(_ fragment: SQL) {
      pieces += fragment.pieces
    }

    /// An identifier from a closed set of names.
    package mutating func appendInterpolation<Name: SQLName>(name: Name) {
      pieces.append(.name(quotedName(name.rawValue)))
    }
  }
}

extension SQL: CustomStringConvertible {
  package var description: String { text }
}

/// Identifiers that SQL may name: an enum of the allowed ones, so that none comes from a request.
package protocol SQLName: RawRepresentable, CaseIterable, Sendable where RawValue == String {}

/// A name as SQL writes it, its quotation marks doubled.
package func quotedName(_ name: String) -> String {
  "\"" + name.replacing("\"", with: "\"\"") + "\""
}

/// One bound value in PostgreSQL's binary form; `bytes` is nil for NULL.
struct Parameter: Sendable {
  let oid: UInt32
  let bytes: [UInt8]?

  init(oid: UInt32, bytes: [UInt8]?) {
    self.oid = oid
    self.bytes = bytes
  }

  init<Value: SQLValue>(_ value: Value) {
    var bytes: [UInt8] = []
    value.encode(into: &bytes)
    self.init(oid: Value.oid, bytes: bytes)
  }
}
