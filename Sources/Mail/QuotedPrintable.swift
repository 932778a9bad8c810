/// Text as seven-bit lines of at most 76 characters (RFC 2045 §6.7).
enum QuotedPrintable {
  private static let width = 76

  static func encode(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(Array($0.utf8)) }.joined(separator: "\r\n")
  }

  private static func line(_ bytes: [UInt8]) -> String {
    var lines: [String] = []
    var current = ""
    for (index, byte) in bytes.enumerated() {
      let token = self.token(byte, isLast: index == bytes.count - 1)
      // One place is kept for the mark of a line that goes on.
      if current.utf8.count + token.utf8.count > width - 1 {
        lines.append(current + "=")
        current = ""
      }
      current += token
    }
    return (lines + [current]).joined(separator: "\r\n")
  }

  /// White space stands for itself but at the end of a line, where it might be lost.
  private static func token(_ byte: UInt8, isLast: Bool) -> String {
    let isText = (0x21...0x7E).contains(byte) && byte != 0x3D
    let isSpace = (byte == 0x20 || byte == 0x09) && !isLast
    if isText || isSpace { return String(UnicodeScalar(byte)) }
    let hex = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "=0\(hex)" : "=\(hex)"
  }
}
