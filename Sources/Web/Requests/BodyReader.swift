import Crypto
import EOrderRules
import Files
import Foundation
import HTTPTypes
import Hummingbird
import Procurement
import StrictJSON

/// Reads and checks the body of a request as its route describes it: 415, 413, 400, 422 in this order.
struct BodyReader {
  /// Bytes of a JSON body or a tenant file at most.
  private static let jsonLimit = 1 << 20
  /// What a form may add around a file.
  private static let formOverhead = 64 * 1024
  /// More unknown members than this help nobody.
  private static let mostUnknown = 20

  var value: JSONValue = [:]
  var upload: Upload?
  var raw: [UInt8] = []
  var errors: [FieldError] = []
  /// What the `Idempotency-Key` is bound to.
  private(set) var hash: [UInt8] = []

  init(_ request: Request, _ body: RequestBody) async throws {
    let type = request.headers[.contentType]
    switch body {
    case .none: break
    case .json(let shape): try await readJSON(request, shape, type)
    case .upload(let kinds, let dated): try await readUpload(request, kinds, dated: dated, type)
    case .csv(let maximum):
      guard Self.isType(type, "text/csv") else { throw Problem.unsupportedMediaType }
      raw = try await Self.bytes(request, maximum)
      hash = Array(SHA256.hash(data: raw))
    case .tenantFile:
      let known = ["application/json", "application/yaml", "text/yaml", "application/x-yaml"]
      guard known.contains(where: { Self.isType(type, $0) })
      else { throw Problem.unsupportedMediaType }
      raw = try await Self.bytes(request, Self.jsonLimit)
      if Self.isType(type, "application/json") {
        // The file's reader knows YAML; what JSON allows beyond that is gone once it is written anew.
        guard let parsed = try? JSONValue(parsing: raw) else { throw Problem.malformed("malformed_json") }
        raw = parsed.encoded
      }
      hash = Array(SHA256.hash(data: raw))
    }
  }

  private mutating func readJSON(_ request: Request, _ shape: Shape, _ type: String?) async throws {
    let length = request.headers[.contentLength].flatMap { Int($0) }
    let isChunked = request.headers[.transferEncoding] != nil
    if type == nil, !isChunked, length ?? 0 == 0 {
      (value, errors) = shape.validate([:])
      hash = Array(SHA256.hash(data: Array("{}".utf8)))
      return
    }
    guard Self.isType(type, "application/json") else { throw Problem.unsupportedMediaType }
    let bytes = try await Self.bytes(request, Self.jsonLimit)
    guard let parsed = try? JSONValue(parsing: bytes) else { throw Problem.malformed("malformed_json") }
    (value, errors) = shape.validate(parsed)
    hash = Array(SHA256.hash(data: parsed.canonical))
  }

  private mutating func readUpload(
    _ request: Request, _ kinds: [String], dated: Bool, _ type: String?
  ) async throws {
    guard let type, type.lowercased().hasPrefix("multipart/form-data") else {
      throw Problem.unsupportedMediaType
    }
    let form = try MultipartForm(
      try await Self.bytes(request, StoredFile.maximumSize + Self.formOverhead), contentType: type)
    if let file = form.files["file"] { try Self.checkContent(file) }
    let members = dated ? ["kind", Self.lastDay] : ["kind"]
    let unknown = (form.texts.keys.filter { !members.contains($0) } + form.files.keys.filter { $0 != "file" })
      .sorted()
    errors += unknown.prefix(Self.mostUnknown).map { FieldError(Self.pointer($0), .unknown) }
    let kind = form.texts["kind"]
    if kind == nil { errors.append(FieldError("/kind", .required)) }
    if let kind, !kinds.contains(kind) {
      errors.append(FieldError("/kind", .notOneOf, bound: kinds.joined(separator: ", ")))
    }
    let text = dated ? form.texts[Self.lastDay] : nil
    if let text, Day(text) == nil { errors.append(FieldError("/\(Self.lastDay)", .badFormat)) }
    guard let file = form.files["file"] else {
      errors.append(FieldError("/file", .required))
      return
    }
    upload = Upload(kind: kind ?? "", bytes: file, validUntil: text.flatMap { Day($0) })
    let fields = [kind, text].compactMap(\.self).joined(separator: "\n")
    hash = Array(SHA256.hash(data: Array(fields.utf8) + [0] + Array(SHA256.hash(data: file))))
  }

  /// The member of a form that holds the last day of a paper.
  private static let lastDay = "validUntil"

  /// What the file is goes before what is said of it: 415, then 413.
  private static func checkContent(_ file: [UInt8]) throws {
    if MediaType(content: file) == nil { throw Problem.unsupportedMediaType }
    if file.count > StoredFile.maximumSize { throw Problem.tooLarge }
  }

  private static func pointer(_ name: String) -> String {
    "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
  }

  private static func isType(_ header: String?, _ wanted: String) -> Bool {
    guard let header else { return false }
    let parts = header.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
    guard parts.first == wanted else { return false }
    return parts.dropFirst().allSatisfy {
      !$0.hasPrefix("charset=") || $0 == "charset=utf-8" || $0 == "charset=\"utf-8\""
    }
  }

  private static func bytes(_ request: Request, _ limit: Int) async throws -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw Problem.tooLarge
    }
    var bytes: [UInt8] = []
    for try await chunk in request.body {
      bytes.append(contentsOf: chunk.readableBytesView)
      if bytes.count > limit { throw Problem.tooLarge }
    }
    return bytes
  }
}
