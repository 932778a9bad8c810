import Files
import Foundation
import HTTPTypes
import Hummingbird
import StrictJSON

/// A form as a browser sent it: `application/x-www-form-urlencoded`, or with files `multipart/form-data`.
struct SentForm: Sendable {
  /// Bytes at most: the longest notes, percent-encoded.
  private static let limit = 128 * 1024
  /// A photo of a paper and what is typed beside it.
  private static let limitWithFiles = StoredFile.maximumSize + 256 * 1024
  /// Bytes of one text beside files at most: a note of 2,000 characters.
  private static let longestText = 16 * 1024

  let texts: [String: String]
  /// The files that were chosen, by the names of their fields; an empty field is none.
  let files: [String: [UInt8]]

  /// - Parameter takesFiles: whether the form may bring files.
  /// - Throws: 415, 413, 400.
  init(_ request: Request, takesFiles: Bool) async throws {
    let header = request.headers[.contentType] ?? ""
    let type = header.prefix { $0 != ";" }.lowercased()
    if takesFiles, type == "multipart/form-data" {
      let bytes = try await Self.bytes(request, Self.limitWithFiles)
      let form = try MultipartForm(bytes, contentType: header, longestText: Self.longestText)
      self.init(
        texts: form.texts.mapValues { $0.replacing("\r\n", with: "\n") },
        files: form.files.filter { !$0.value.isEmpty })
      return
    }
    guard type == "application/x-www-form-urlencoded" else { throw Problem.unsupportedMediaType }
    guard let body = String(validating: try await Self.bytes(request, Self.limit), as: UTF8.self) else {
      throw Problem.malformed()
    }
    try self.init(encoded: body)
  }

  private static func bytes(_ request: Request, _ limit: Int) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await chunk in request.body {
      bytes.append(contentsOf: chunk.readableBytesView)
      if bytes.count > limit { throw Problem.tooLarge }
    }
    return bytes
  }

  /// - Throws: 400 for a field that stands twice, is not UTF-8 or holds NUL.
  init(encoded body: String) throws {
    var texts: [String: String] = [:]
    for (name, text) in QueryReader.pairs(body) {
      guard let text, texts[name] == nil, !text.utf8.contains(0) else { throw Problem.malformed() }
      // Browsers send line ends as CR LF; everything here counts them as one.
      texts[name] = text.replacing("\r\n", with: "\n")
    }
    self.init(texts: texts)
  }

  init(texts: [String: String], files: [String: [UInt8]] = [:]) {
    self.texts = texts
    self.files = files
  }

  static let empty = SentForm(texts: [:])

  /// What was typed; nil where the form had no such field.
  subscript(_ name: String) -> String? { texts[name] }

  /// What was typed; nil where the field is missing or blank.
  func filled(_ name: String) -> String? {
    texts[name].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  /// The same without the blanks around it, which pasting brings and which do not count as letters.
  func written(_ name: String) -> String? { filled(name)?.trimmingCharacters(in: .whitespacesAndNewlines) }
}
