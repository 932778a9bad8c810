extension JSONWriter {
  mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    if bytes[start...].contains(where: mustLook) {
      let plain = Array(bytes[start...])
      bytes.removeSubrange(start...)
      escape(plain)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// True for a byte that is escaped or begins a character that may be.
  private func mustLook(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || !sorted && (byte == 0x7F || byte == 0xE2 || byte == 0xC2)
  }

  private mutating func escape(_ plain: [UInt8]) {
    var index = 0
    while index < plain.count {
      let byte = plain[index]
      index += 1
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        escape(byte)
      } else if sorted {
        bytes.append(byte)
      } else if byte == 0x7F {
        escape(unit: 0x7F)
      } else if byte == 0xC2, plain[index] < 0xA0 {
        escape(unit: UInt16(plain[index]))
        index += 1
      } else if byte == 0xE2, plain[index] == 0x80, plain[index + 1] & 0xFE == 0xA8 {
        escape(unit: 0x2000 + UInt16(plain[index + 1] & 0x3F))
        index += 2
      } else {
        bytes.append(byte)
      }
    }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x08: bytes.append(contentsOf: "\\b".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0C: bytes.append(contentsOf: "\\f".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    default: escape(unit: UInt16(byte))
    }
  }

  private mutating func escape(unit: UInt16) {
    bytes.append(contentsOf: "\\u".utf8)
    let digits = String(unit, radix: 16).utf8
    for _ in digits.count..<4 { bytes.append(UInt8(ascii: "0")) }
    bytes.append(contentsOf: digits)
  }
}
