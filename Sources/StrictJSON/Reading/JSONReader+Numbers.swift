extension JSONReader {
  /// A number of RFC 8259 §6: no plus sign, no leading zero, digits on both sides of the point.
  mutating func number() throws(JSONSyntaxError) -> JSONValue {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    var whole = true
    if take(UInt8(ascii: ".")) {
      whole = false
      try digits()
    }
    if let byte = peek, byte | 0x20 == UInt8(ascii: "e") {
      whole = false
      position += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    let written = String(decoding: bytes[start..<position], as: UTF8.self)
    if whole, let integer = Int64(written) { return .integer(integer) }
    return .number(written)
  }

  private mutating func digits() throws(JSONSyntaxError) {
    let start = position
    while let byte = peek, (0x30...0x39).contains(byte) { position += 1 }
    guard position > start else { throw failure("number without its digits") }
  }
}
