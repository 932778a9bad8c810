import Foundation
import HTTPTypes
import Hummingbird
import StrictJSON

/// A form as a browser sent it, `application/x-www-form-urlencoded`.
struct SentForm: Sendable {
  /// Bytes at most: the longest notes, percent-encoded.
  private static let limit = 128 * 1024

  let texts: [String: String]

  /// - Throws: 415, 413, 400.
  init(_ request: Request) async throws {
    let type = (request.headers[.contentType] ?? "").prefix { $0 != ";" }.lowercased()
    guard type == "application/x-www-form-urlencoded" else { throw Problem.unsupportedMediaType }
    var bytes: [UInt8] = []
    for try await chunk in request.body {
      bytes.append(contentsOf: chunk.readableBytesView)
      if bytes.count > Self.limit { throw Problem.tooLarge }
    }
    guard let body = String(validating: bytes, as: UTF8.self) else { throw Problem.malformed() }
    try self.init(encoded: body)
  }

  /// - Throws: 400 for a field that stands twice, is not UTF-8 or holds NUL.
  init(encoded body: String) throws {
    var texts: [String: String] = [:]
    for (name, text) in QueryReader.pairs(body) {
      guard let text, texts[name] == nil, !text.utf8.contains(0) else { throw Problem.malformed() }
      // Browsers send line ends as CR LF; everything here counts them as one.
      texts[name] = text.replacing("\r\n", with: "\n")
    }
    self.texts = texts
  }

  init(texts: [String: String]) { self.texts = texts }

  static let empty = SentForm(texts: [:])

  /// What was typed; nil where the form had no such field.
  subscript(_ name: String) -> String? { texts[name] }

  /// What was typed; nil where the field is missing or blank.
  func filled(_ name: String) -> String? {
    texts[name].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }
}
