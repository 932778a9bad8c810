import Foundation

/// Text in header fields (RFC 5322 §2.2, RFC 2047): it can neither begin another field nor end the header.
enum HeaderText {
  /// Bytes of one encoded word before base64: with 12 characters around them and a field's name before them no line
  /// is longer than 76.
  private static let wordBytes = 36

  /// One line without control characters; encoded where it is not plain ASCII or too long for a line.
  static func unstructured(_ text: String) -> String {
    let line = cleaned(text)
    let isPlain =
      line.utf8.count <= 60 && line.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !line.contains("=?")
    return isPlain ? line : encodedWords(line)
  }

  /// A display name with its address.
  static func mailbox(_ mailbox: Mailbox) -> String {
    let name = cleaned(mailbox.name ?? "")
    guard !name.isEmpty else { return mailbox.address }
    let isPlain = name.utf8.count <= 60 && name.utf8.allSatisfy(isAtomOrSpace)
    return "\(isPlain ? name : encodedWords(name))\r\n <\(mailbox.address)>"
  }

  /// Control characters, line ends among them, become spaces, of which none stands at an end or beside another.
  private static func cleaned(_ text: String) -> String {
    let spaced = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory.isControl ? " " : $0 }))
    return spaced.split(separator: " ").joined(separator: " ")
  }

  private static func isAtomOrSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-/^_`{|}~".utf8.contains(byte)
    }
  }

  private static func encodedWords(_ text: String) -> String {
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(Character(scalar)).utf8)
      if words[words.count - 1].count + bytes.count > wordBytes { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isControl: Bool {
    [.control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned].contains(self)
  }
}
