extension JSONValue {
  /// Compact JSON text in UTF-8, members in their order.
  package var encoded: [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes)
    return bytes
  }

  /// Compact JSON text with the members of every object in the order of their UTF-8 bytes.
  ///
  /// It escapes only what RFC 8259 requires, so other programs arrive at the same bytes: Python does with
  /// `json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))`.
  package var canonical: [UInt8] {
    var writer = JSONWriter(sorted: true)
    writer.write(self)
    return writer.bytes
  }

  /// Appends the compact JSON text, safe also inside a script: U+2028 and U+2029 are escaped.
  package func write(into bytes: inout [UInt8]) {
    var writer = JSONWriter(sorted: false)
    swap(&writer.bytes, &bytes)
    writer.write(self)
    swap(&writer.bytes, &bytes)
  }
}

/// Appends JSON text to its bytes.
struct JSONWriter {
  var bytes: [UInt8] = []
  /// Canonical form: members by their names' bytes, and no escape that RFC 8259 does not require.
  let sorted: Bool

  init(sorted: Bool) { self.sorted = sorted }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .number(let written): bytes.append(contentsOf: written.utf8)
    case .string(let text): write(text)
    case .array(let elements): write(elements)
    case .object(let members):
      write(sorted ? members.sorted { ExactText($0.name) < ExactText($1.name) } : members)
    }
  }

  private mutating func write(_ elements: [JSONValue]) {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ members: [JSONMember]) {
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(member.name)
      bytes.append(UInt8(ascii: ":"))
      write(member.value)
    }
    bytes.append(UInt8(ascii: "}"))
  }
}
