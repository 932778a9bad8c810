extension [UInt8] {
  /// Appends text of any origin to HTML, as content or as a quoted value.
  ///
  /// Every byte that means something there becomes a reference, whatever follows it: a combining mark behind
  /// `<` changes nothing. Control characters become U+FFFD, but tab, line feed and carriage return.
  mutating func append(escaping text: String) {
    let span = text.utf8.span
    for index in span.indices where isSpecial(span[index]) { return append(escaping: span) }
    append(contentsOf: text.utf8)
  }

  private mutating func append(escaping span: Span<UInt8>) {
    for index in span.indices {
      let byte = span[index]
      switch byte {
      case UInt8(ascii: "&"): append(markup: "&amp;")
      case UInt8(ascii: "<"): append(markup: "&lt;")
      case UInt8(ascii: ">"): append(markup: "&gt;")
      case UInt8(ascii: "\""): append(markup: "&#34;")
      case UInt8(ascii: "'"): append(markup: "&#39;")
      case UInt8(ascii: "`"): append(markup: "&#96;")
      // A browser would read it as a line feed; as a reference it comes back as it was sent.
      case UInt8(ascii: "\r"): append(markup: "&#13;")
      case _ where isSpecial(byte): append(markup: "\u{FFFD}")
      default: append(byte)
      }
    }
  }

  /// Appends HTML that is spelled in this module.
  mutating func append(markup: String) {
    let span = markup.utf8.span
    for index in span.indices { append(span[index]) }
  }

  mutating func append(tag name: String, _ first: Attribute?, _ attributes: [Attribute]) {
    append(UInt8(ascii: "<"))
    append(markup: name)
    if let first { append(first) }
    for attribute in attributes { append(attribute) }
    append(UInt8(ascii: ">"))
  }

  mutating func append(end name: String) {
    append(UInt8(ascii: "<"))
    append(UInt8(ascii: "/"))
    append(markup: name)
    append(UInt8(ascii: ">"))
  }

  private mutating func append(_ attribute: Attribute) {
    if case .absent = attribute.value { return }
    append(UInt8(ascii: " "))
    append(markup: attribute.name)
    guard case .text(let text) = attribute.value else { return }
    append(UInt8(ascii: "="))
    append(UInt8(ascii: "\""))
    append(escaping: text)
    append(UInt8(ascii: "\""))
  }
}

/// Quotation marks, `&`, `<`, `>` and the control characters but tab and newline.
private func isSpecial(_ byte: UInt8) -> Bool {
  let low: UInt64 = 0x5000_00C4_FFFF_F9FF
  return byte < 0x40 ? low >> UInt64(byte) & 1 == 1 : byte == UInt8(ascii: "`") || byte == 0x7F
}
