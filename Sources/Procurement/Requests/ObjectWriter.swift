import Foundation
import StrictJSON

/// Writes JSON objects member by member straight into bytes.
///
/// For lists of many rows with known members; everywhere else a `JSONValue` is clearer and quick enough.
struct ObjectWriter {
  private(set) var bytes: [UInt8]
  private var isFirst = true

  init(capacity: Int) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Appends JSON syntax that is known beforehand.
  mutating func syntax(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends one object, whose members `body` writes.
  mutating func object(_ body: (inout ObjectWriter) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    isFirst = true
    body(&self)
    bytes.append(UInt8(ascii: "}"))
    isFirst = false
  }

  private mutating func name(_ name: StaticString) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    bytes.append(UInt8(ascii: "\""))
    syntax(name)
    syntax("\":")
  }

  mutating func member(_ name: StaticString, _ text: String?) {
    self.name(name)
    value(text)
  }

  mutating func member(_ name: StaticString, _ number: Int64?) {
    self.name(name)
    guard let number else { return syntax("null") }
    bytes.append(contentsOf: String(number).utf8)
  }

  mutating func member(_ name: StaticString, _ flag: Bool) {
    self.name(name)
    syntax(flag ? "true" : "false")
  }

  mutating func member(_ name: StaticString, _ instant: Date?) {
    self.name(name)
    value(instant.map(RFC3339.text))
  }

  /// In lower case, as everywhere.
  mutating func member(_ name: StaticString, _ id: UUID) {
    self.name(name)
    bytes.append(UInt8(ascii: "\""))
    withUnsafeBytes(of: id.uuid) { octets in
      for (index, octet) in octets.enumerated() {
        if [4, 6, 8, 10].contains(index) { bytes.append(UInt8(ascii: "-")) }
        bytes.append(Self.digit(octet >> 4))
        bytes.append(Self.digit(octet & 15))
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func value(_ text: String?) {
    guard let text else { return syntax("null") }
    JSONValue.string(text).write(into: &bytes)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
  }
}

extension PageRequest {
  /// A list's answer, its items written straight into bytes; one row more than the page holds tells that
  /// there is a next page.
  func answer<Row>(
    _ rows: [Row], write: (Row, inout ObjectWriter) -> Void, cursor: (Row) -> Cursor
  ) -> Answer {
    let page = rows.prefix(limit)
    var writer = ObjectWriter(capacity: 64 + page.count * 512)
    writer.syntax("{\"items\":[")
    for (index, row) in page.enumerated() {
      if index > 0 { writer.syntax(",") }
      writer.object { write(row, &$0) }
    }
    writer.syntax("],\"nextCursor\":")
    var bytes = writer.bytes
    JSONValue(next(rows, cursor: cursor)).write(into: &bytes)
    bytes.append(UInt8(ascii: "}"))
    return Answer(body: bytes)
  }
}
