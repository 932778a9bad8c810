extension JSONReader {
  /// A string; text without escapes is taken from the bytes in one piece.
  mutating func string() throws(JSONSyntaxError) -> String {
    position += 1
    let start = position
    try skipPlain()
    if peek == UInt8(ascii: "\"") {
      defer { position += 1 }
      return try text(bytes[start..<position], at: start)
    }
    var buffer = Array(bytes[start..<position])
    while take(UInt8(ascii: "\\")) {
      try escape(into: &buffer)
      let piece = position
      try skipPlain()
      buffer.append(contentsOf: bytes[piece..<position])
    }
    position += 1
    return try text(buffer[...], at: start)
  }

  /// Moves to the next quotation mark or backslash.
  private mutating func skipPlain() throws(JSONSyntaxError) {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      if byte < 0x20 { throw failure("control character in a string") }
      position += 1
    }
    throw failure("string without its end")
  }

  private func text(_ piece: ArraySlice<UInt8>, at offset: Int) throws(JSONSyntaxError) -> String {
    guard let text = String(validating: piece, as: UTF8.self) else {
      throw JSONSyntaxError(reason: "text that is not UTF-8", offset: offset)
    }
    return text
  }

  private mutating func escape(into buffer: inout [UInt8]) throws(JSONSyntaxError) {
    guard let byte = peek else { throw failure("string without its end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): buffer.append(byte)
    case UInt8(ascii: "b"): buffer.append(0x08)
    case UInt8(ascii: "f"): buffer.append(0x0C)
    case UInt8(ascii: "n"): buffer.append(0x0A)
    case UInt8(ascii: "r"): buffer.append(0x0D)
    case UInt8(ascii: "t"): buffer.append(0x09)
    case UInt8(ascii: "u"): buffer.append(contentsOf: try unicodeEscape().utf8)
    default: throw failure("unknown escape")
    }
  }

  private mutating func unicodeEscape() throws(JSONSyntaxError) -> Character {
    let unit = try hexadecimal()
    guard unit != 0 else { throw failure("NUL in a string") }
    if let scalar = Unicode.Scalar(unit) { return Character(scalar) }
    guard (0xD800...0xDBFF).contains(unit), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw failure("lone surrogate")
    }
    let low = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (UInt32(unit - 0xD800) << 10) + UInt32(low - 0xDC00))
    else { throw failure("lone surrogate") }
    return Character(scalar)
  }

  private mutating func hexadecimal() throws(JSONSyntaxError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure("escape without four hexadecimal digits")
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }
}
