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
    var text = segments.filter { !$0.isEmpty }.map { "/" + PageURL.encoded($0) }.joined()
    if text.isEmpty { text = "/" }
    let pairs = query.map { PageURL.encoded($0.0) + "=" + PageURL.encoded($0.1) }
    if !pairs.isEmpty { text += "?" + pairs.joined(separator: "&") }
    if !fragment.isEmpty { text += "#" + PageURL.encoded(fragment) }
    self.text = text
  }

  /// A URL that somebody has typed; nil unless it is relative or absolute with `http` or `https`.
  package init?(checking text: String) {
    guard PageURL.isRelative(text) || PageURL.isWeb(text) else { return nil }
    self.text = text
  }

  /// A link that opens a letter to this address.
  package static func mail(to address: String) -> PageURL {
    PageURL(trusting: "mailto:" + encoded(address, keeping: "@"))
  }

  /// A link that calls this number.
  package static func telephone(_ number: String) -> PageURL {
    PageURL(trusting: "tel:" + encoded(number, keeping: "+"))
  }

  private init(trusting text: String) { self.text = text }

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

  private static func encoded(_ text: String, keeping kept: String = "") -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        bytes.append(byte)
      case _ where kept.utf8.contains(byte): bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        let digits = Array("0123456789ABCDEF".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
