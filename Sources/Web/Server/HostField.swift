/// The value of a Host field, or the authority of an absolute request target: a name or address and a port.
struct HostField: Equatable {
  /// Lower-cased as a whole, port included.
  let text: String
  /// The text without its port.
  let name: String

  /// Nil for anything that could be read as another host by somebody: user names, paths, escapes, blanks.
  init?(_ value: some StringProtocol) {
    let text = value.lowercased()
    var name = text[...]
    if let colon = text.lastIndex(of: ":"), !text.hasSuffix("]") {
      let port = text[text.index(after: colon)...]
      guard !port.isEmpty, port.utf8.allSatisfy({ (0x30...0x39).contains($0) }), UInt16(port) != nil else {
        return nil
      }
      name = text[..<colon]
    }
    guard Self.isName(name) || Self.isAddress(name) else { return nil }
    self.text = text
    self.name = String(name)
  }

  private static func isName(_ name: Substring) -> Bool {
    !name.isEmpty && name.utf8.count <= 253
      && name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
        default: false
        }
      }
  }

  private static func isAddress(_ name: Substring) -> Bool {
    name.hasPrefix("[") && name.hasSuffix("]") && (4...41).contains(name.utf8.count)
      && name.dropFirst().dropLast().utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x61...0x66, UInt8(ascii: ":"), UInt8(ascii: "."): true
        default: false
        }
      }
  }
}
