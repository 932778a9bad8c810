import Foundation

/// A `multipart/form-data` body (RFC 7578): small text members and one file.
struct MultipartForm {
  private(set) var texts: [String: String] = [:]
  private(set) var files: [String: [UInt8]] = [:]

  /// - Throws: `Problem` 415 without a boundary, 400 where the body is not what it says.
  /// - Parameter longestText: bytes of a text member at most.
  init(_ body: [UInt8], contentType: String, longestText: Int = Self.longestWord) throws {
    self.longestText = longestText
    guard let boundary = Self.boundary(contentType) else { throw Problem.unsupportedMediaType }
    let delimiter = Array("--\(boundary)".utf8)
    guard body.starts(with: delimiter) else { throw Problem.malformed() }
    var position = delimiter.count
    while true {
      if body[position...].starts(with: Array("--".utf8)) { return }
      guard body[position...].starts(with: Self.newline) else { throw Problem.malformed() }
      position += 2
      guard let end = Self.find(Self.newline + delimiter, in: body, from: max(0, position - 2)) else {
        throw Problem.malformed()
      }
      try take(Array(body[position..<max(position, end)]))
      position = end + 2 + delimiter.count
    }
  }

  private static let newline: [UInt8] = [13, 10]
  /// A text member is a code or a short word.
  static let longestWord = 1000
  private let longestText: Int

  private mutating func take(_ part: [UInt8]) throws {
    let separator = Self.newline + Self.newline
    guard let split = Self.find(separator, in: part, from: 0) else { throw Problem.malformed() }
    let content = Array(part[(split + separator.count)...])
    guard let disposition = FormDisposition(head: String(decoding: part[..<split], as: UTF8.self)),
      texts[disposition.name] == nil, files[disposition.name] == nil
    else { throw Problem.malformed() }
    if disposition.isFile {
      files[disposition.name] = content
    } else {
      guard content.count <= longestText, let text = String(validating: content, as: UTF8.self) else {
        throw Problem.malformed()
      }
      texts[disposition.name] = text
    }
  }

  private static func boundary(_ contentType: String) -> String? {
    guard contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
    guard
      let match = contentType.firstMatch(of: /(?i)[;\s]boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/)
    else { return nil }
    return (match.1 ?? match.2).map(String.init)
  }

  private static func find(_ needle: [UInt8], in body: [UInt8], from start: Int) -> Int? {
    guard body.count - start >= needle.count else { return nil }
    return body.withUnsafeBytes { bytes in
      var position = start
      while let found = bytes[position...].firstIndex(of: needle[0]) {
        if found + needle.count > bytes.count { return nil }
        if bytes[found..<(found + needle.count)].elementsEqual(needle) { return found }
        position = found + 1
      }
      return nil
    }
  }
}
