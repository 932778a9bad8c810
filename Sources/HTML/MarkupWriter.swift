/// The one buffer into which a page is written.
struct MarkupWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func write(_ node: Node) {
    switch node.kind {
    case .text(let text): append(text: text)
    case .element(let name, let attributes, let content):
      open(name, attributes)
      for node in content { write(node) }
      append("</")
      append(name)
      append(">")
    case .void(let name, let attributes): open(name, attributes)
    case .group(let nodes): for node in nodes { write(node) }
    case .trusted(let trusted): bytes.append(contentsOf: trusted.bytes)
    case .document(let content):
      append("<!doctype html>")
      for node in content { write(node) }
    }
  }

  private mutating func open(_ name: String, _ attributes: [Attribute]) {
    append("<")
    append(name)
    for attribute in attributes { append(attribute) }
    append(">")
  }

  private mutating func append(_ attribute: Attribute) {
    switch attribute.value {
    case .absent: return
    case .flag:
      append(" ")
      append(attribute.name)
    case .text(let text):
      append(" ")
      append(attribute.name)
      append("=\"")
      append(text: text)
      append("\"")
    }
  }

  /// Appends HTML that is spelled in this module.
  private mutating func append(_ markup: String) { bytes.append(contentsOf: markup.utf8) }
}

extension MarkupWriter {
  /// Appends text of any origin.
  ///
  /// Every byte that means something in text or in a quoted attribute becomes a reference, whatever follows
  /// it: a combining mark behind `<` changes nothing. Control characters become U+FFFD.
  private mutating func append(text: String) {
    guard text.utf8.contains(where: MarkupWriter.isSpecial) else { return append(text) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\""): append("&#34;")
      case UInt8(ascii: "'"): append("&#39;")
      case UInt8(ascii: "`"): append("&#96;")
      case 0x00...0x08, 0x0B...0x1F, 0x7F: append("\u{FFFD}")
      default: bytes.append(byte)
      }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "`"), 0x00...0x08, 0x0B...0x1F, 0x7F:
      true
    default: false
    }
  }
}
