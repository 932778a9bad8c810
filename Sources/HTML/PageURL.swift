/// A URL that is safe in `href`, `src` and `action`: relative, `http` or `https`; and `mailto` and `tel`.
///
/// There is no way to make one with another scheme, so `javascript:` cannot be linked.
package struct PageURL: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The URL as it is written into the page.
  package let text: String

  /// A path that stands in the source, such as `/orders` or `#main`.
  package init(stringLiteral path: StaticString) {
    let text = path.description
    precondition(PageURL.isRelative(text), "a literal URL is a path, a query or a fragment")
    self.text = text
  }

  /// A path below the root of this host; segments and query are percent-encoded, empty segments left out
  /// (two slashes at the beginning would name another host).
  package init(path segments: [String], query: [(String, String)] = [], fragment: String = "") {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(96)
    for segment in segments where !segment.isEmpty {
      bytes.append(UInt8(ascii: "/"))
      PageURL.encode(segment, into: &bytes)
    }
    if bytes.isEmpty { bytes.append(UInt8(ascii: "/")) }
    for (index, pair) in query.enumerated() {
      bytes.append(UInt8(ascii: index == 0 ? "?" : "&"))
      PageURL.encode(pair.0, into: &bytes)
      bytes.append(UInt8(ascii: "="))
      PageURL.encode(pair.1, into: &bytes)
    }
    if !fragment.isEmpty {
      bytes.append(UInt8(ascii: "#"))
      PageURL.encode(fragment, into: &bytes)
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// A place on the same page.
  package init(fragment: String) {
    var bytes = [UInt8(ascii: "#")]
    PageURL.encode(fragment, into: &bytes)
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// A URL that somebody has typed; nil unless it is relative or absolute with `http` or `https`.
  package init?(checking text: String) {
    guard PageURL.isRelative(text) || PageURL.isWeb(text) else { return nil }
    self.text = text
  }

  /// A link that opens a letter to this address.
  package static func mail(to address: String) -> PageURL {
    PageURL(scheme: "mailto:", address, keeping: "@")
  }

  /// A link that calls this number.
  package static func telephone(_ number: String) -> PageURL {
    PageURL(scheme: "tel:", number, keeping: "+")
  }

  private init(scheme: String, _ address: String, keeping kept: String) {
    var bytes = Array(scheme.utf8)
    PageURL.encode(address, keeping: kept, into: &bytes)
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Begins with one slash, a question mark or a hash sign, so that it can name neither scheme nor host.
  private static func isRelative(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(2))
    guard let first = bytes.first, isPlain(text) else { return false }
    if first == UInt8(ascii: "/") { return bytes.count < 2 || bytes[1] != UInt8(ascii: "/") }
    return first == UInt8(ascii: "?") || first == UInt8(ascii: "#")
  }

  private static func isWeb(_ text: String) -> Bool {
    let lowered = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lowered.hasPrefix), isPlain(text) else {
      return false
    }
    let host = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    return !host.isEmpty && !host.contains("@")
  }

  /// Printable ASCII without blanks and backslashes, which browsers read in surprising ways.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
  }

  /// Percent-encodes every byte but the unreserved characters of RFC 3986 and those that are kept.
  private static func encode(_ text: String, keeping kept: String = "", into bytes: inout [UInt8]) {
    if text.utf8.allSatisfy(isUnreserved) { return bytes.append(contentsOf: text.utf8) }
    for byte in text.utf8 {
      if isUnreserved(byte) || kept.utf8.contains(byte) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(hexadecimal(byte >> 4))
        bytes.append(hexadecimal(byte & 15))
      }
    }
  }

  /// Letters, digits and `-._~`.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    let members: UInt128 = 0x47FF_FFFE_87FF_FFFE_03FF_6000_0000_0000
    return byte < 0x80 && members >> UInt128(byte) & 1 == 1
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
  }
}
