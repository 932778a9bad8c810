/// The path and query of a request line, refused where two readers could understand them differently.
enum RequestTarget {
  /// Whether the target is a path, with or without query, that has one reading only.
  static func isSound(_ target: some StringProtocol) -> Bool {
    let bytes = Array(target.utf8)
    guard bytes.first == slash, bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != hash }) else {
      return false
    }
    let path = bytes.prefix { $0 != question }
    return isSoundPath(path) && isSoundQuery(bytes.dropFirst(path.count))
  }

  /// No empty or dot segment, no backslash, and nothing of the kind behind an escape.
  private static func isSoundPath(_ path: ArraySlice<UInt8>) -> Bool {
    guard !path.contains(backslash), let decoded = decode(path, refusing: isPathSyntax) else { return false }
    let segments = decoded.dropFirst().split(separator: slash, omittingEmptySubsequences: false)
    // The last may be empty: a path may end with a slash.
    return segments.dropLast().allSatisfy { !$0.isEmpty }
      && segments.allSatisfy { !$0.elementsEqual([dot]) && !$0.elementsEqual([dot, dot]) }
  }

  private static func isSoundQuery(_ query: ArraySlice<UInt8>) -> Bool {
    decode(query, refusing: { $0 == 0 }) != nil
  }

  private static func isPathSyntax(_ byte: UInt8) -> Bool {
    byte == slash || byte == backslash || byte == dot || byte < 0x20 || byte == 0x7F
  }

  /// The bytes behind the escapes; nil for a broken escape, one of a byte that is refused, or no UTF-8.
  private static func decode(_ bytes: ArraySlice<UInt8>, refusing isRefused: (UInt8) -> Bool) -> [UInt8]? {
    guard bytes.contains(percent) else { return Array(bytes) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == percent else {
        decoded.append(bytes[index])
        index += 1
        continue
      }
      guard index + 2 < bytes.endIndex, let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2]),
        !isRefused(high << 4 | low)
      else { return nil }
      decoded.append(high << 4 | low)
      index += 3
    }
    return String(validating: decoded, as: UTF8.self) == nil ? nil : decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static let slash = UInt8(ascii: "/")
  private static let backslash = UInt8(ascii: "\\")
  private static let dot = UInt8(ascii: ".")
  private static let hash = UInt8(ascii: "#")
  private static let percent = UInt8(ascii: "%")
  private static let question = UInt8(ascii: "?")
}
