extension JSONValue {
  /// Reads one JSON text of RFC 8259, strictly.
  ///
  /// Refuses what is not UTF-8, a byte-order mark, a member that stands twice, a lone surrogate, NUL in any
  /// spelling, control characters, deeper nesting than `maximumDepth`, and anything behind the value.
  package init(
    parsing bytes: some Collection<UInt8>, maximumDepth: Int = 32
  ) throws(JSONSyntaxError) {
    var reader = JSONReader(bytes: Array(bytes), maximumDepth: maximumDepth)
    self = try reader.document()
  }
}

/// One pass over the bytes of a JSON text; the position never moves back.
struct JSONReader {
  let bytes: [UInt8]
  let maximumDepth: Int
  var position = 0
  var depth = 0

  init(bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  mutating func document() throws(JSONSyntaxError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw failure("byte-order mark") }
    skipBlanks()
    let document = try value()
    skipBlanks()
    guard position == bytes.count else { throw failure("bytes after the value") }
    return document
  }

  mutating func value() throws(JSONSyntaxError) -> JSONValue {
    guard let first = peek else { throw failure("end of text where a value is due") }
    switch first {
    case UInt8(ascii: "{"): return try nested { (reader) throws(JSONSyntaxError) in try reader.object() }
    case UInt8(ascii: "["): return try nested { (reader) throws(JSONSyntaxError) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw failure("no JSON value")
    }
  }

  private mutating func literal(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count, bytes[position..<end].elementsEqual(word.description.utf8) else {
      throw failure("no JSON value")
    }
    position = end
    return value
  }

  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  func failure(_ reason: String) -> JSONSyntaxError { JSONSyntaxError(reason: reason, offset: position) }
}
