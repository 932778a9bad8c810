import Authentication
import Foundation
import HTTPTypes
import Hummingbird
import Procurement
import StrictJSON

/// One request and the making of its response.
struct Exchange {
  let request: Request
  let source: RequestSource
  let language: Language

  init(_ request: Request, _ source: RequestSource) {
    self.request = request
    self.source = source
    language = Language.preferred(request.headers[.acceptLanguage])
  }

  /// The host without its port, in lower case.
  var hostName: String {
    let authority = request.head.authority ?? ""
    return String(authority.prefix { $0 != ":" }).lowercased()
  }

  var path: String { request.uri.path }

  /// The path with its query.
  var target: String { request.uri.query.map { "\(path)?\($0)" } ?? path }

  /// - Throws: 401 where the header is there but no bearer token.
  var bearerToken: Secret? {
    get throws {
      guard let header = request.headers[.authorization] else { return nil }
      let parts = header.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "bearer", !parts[1].isEmpty else {
        throw Problem.unauthenticated
      }
      return Secret(presented: String(parts[1]))
    }
  }

  /// - Throws: 400 outside 1–255 visible characters.
  var idempotencyKey: String? {
    get throws {
      guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name] else { return nil }
      guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
        throw Problem.malformed()
      }
      return key
    }
  }

  /// The tags of `If-Match` without their quotation marks, or `*`; weak tags and what is no tag match nothing.
  var expectedVersions: [String]? {
    guard let header = request.headers[.ifMatch] else { return nil }
    if header.trimmingCharacters(in: .whitespaces) == "*" { return ["*"] }
    return header.split(separator: ",").compactMap { part in
      let tag = part.trimmingCharacters(in: .whitespaces)
      guard tag.count > 2, tag.hasPrefix("\""), tag.hasSuffix("\"") else { return nil }
      return tag == "\"*\"" ? nil : String(tag.dropFirst().dropLast())
    }
  }

  // MARK: Responses

  func response(_ reply: Reply) -> Response {
    switch reply {
    case .answer(let answer): response(answer)
    case .file(let file):
      response(
        bytes: file.bytes, status: 200,
        headers: [
          .contentType: file.mediaType, .contentDisposition: "attachment",
          .contentSecurityPolicy: "sandbox; default-src 'none'",
        ])
    case .events(let feed): feed.response(SecurityHeaders.api, sendsBody: request.method != .head)
    case .text(let bytes, let type): response(bytes: bytes, status: 200, headers: [.contentType: type])
    }
  }

  private func response(_ answer: Answer) -> Response {
    var headers = HTTPFields()
    if let etag = answer.etag {
      headers[.eTag] = "\"\(etag)\""
      if request.method == .get, matches(etag) { return response(bytes: [], status: 304, headers: headers) }
    }
    if answer.isReplay { headers[.idempotencyReplayed] = "true" }
    if !answer.body.isEmpty { headers[.contentType] = "application/json" }
    return response(bytes: answer.body, status: answer.status, headers: headers)
  }

  private func matches(_ etag: String) -> Bool {
    guard let header = request.headers[.ifNoneMatch] else { return false }
    return header.split(separator: ",").contains { part in
      let tag = part.trimmingCharacters(in: .whitespaces).trimmingPrefix("W/")
      return tag == "*" || tag == "\"\(etag)\""
    }
  }

  func response(json: [UInt8], status: Int) -> Response {
    response(bytes: json, status: status, headers: [.contentType: "application/json"])
  }

  func response(_ problem: Problem) -> Response {
    var headers: HTTPFields = [
      .contentType: "application/problem+json", .contentLanguage: language.rawValue,
    ]
    if let wait = problem.retryAfter { headers[.retryAfter] = "\(wait)" }
    if let allow = problem.allow { headers[.allow] = allow }
    if problem.status == 401 { headers[.wwwAuthenticate] = "Bearer" }
    let response = response(
      bytes: problem.body(language, traceID: source.traceId), status: problem.status, headers: headers)
    return problem.closes ? response.closingConnection() : response
  }

  /// Every response of the API: private, never stored, never sniffed.
  private func response(bytes: [UInt8], status: Int, headers: HTTPFields) -> Response {
    var fields = SecurityHeaders.api
    for field in headers { fields[field.name] = field.value }
    let code = HTTPResponse.Status(code: status)
    if bytes.isEmpty { return Response(status: code, headers: fields) }
    return Response(status: code, headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension HTTPField.Name {
  static let idempotencyReplayed = Self("Idempotency-Replayed")!
}
