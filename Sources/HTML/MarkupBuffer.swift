/// The bytes of a page while it is written; nothing gets in unescaped but what this module spells itself.
package struct MarkupBuffer: Sendable {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Appends text of any origin.
  ///
  /// Every byte that means something in text or in a quoted attribute becomes a reference, whatever follows
  /// it: a combining mark behind `<` changes nothing. Control characters become U+FFFD.
  mutating func append(text: String) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    guard let first = bytes[start...].firstIndex(where: MarkupBuffer.isSpecial) else { return }
    let rest = Array(bytes[first...])
    bytes.removeSubrange(first...)
    for byte in rest { append(escaping: byte) }
  }

  /// Appends HTML that stands in the source of this module.
  mutating func append(literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends HTML that this module has written before.
  mutating func append(trusted: [UInt8]) { bytes.append(contentsOf: trusted) }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "`"), 0x00...0x08, 0x0B...0x1F, 0x7F:
      true
    default: false
    }
  }

  private mutating func append(escaping byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append(literal: "&amp;")
    case UInt8(ascii: "<"): append(literal: "&lt;")
    case UInt8(ascii: ">"): append(literal: "&gt;")
    case UInt8(ascii: "\""): append(literal: "&#34;")
    case UInt8(ascii: "'"): append(literal: "&#39;")
    case UInt8(ascii: "`"): append(literal: "&#96;")
    case 0x00...0x08, 0x0B...0x1F, 0x7F: append(literal: "\u{FFFD}")
    default: bytes.append(byte)
    }
  }
}
