import Foundation
import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import Procurement

extension Exchange {
  /// The response of a page, with the policy that lets it load nothing but our own files.
  func response(_ reply: PageReply, in frame: FrameContext) -> Response {
    var response =
      switch reply.content {
      case .page(let title, let content): page(title, content, frame, status: reply.status)
      case .redirect(let target): redirect(target)
      case .events(let feed): feed.response(SecurityHeaders.page, sendsBody: request.method != .head)
      case .file(let file): self.response(.file(file))
      case .picture(let file, let isPublic): picture(file, isPublic)
      }
    for cookie in reply.cookies { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
    if !reply.isKept { response.headers[.keptOffline] = "never" }
    if reply.clearsBrowser { response.headers[.clearSiteData] = "\"storage\"" }
    if let wait = reply.retryAfter { response.headers[.retryAfter] = "\(wait)" }
    return response
  }

  private func page(_ title: String, _ content: some Component, _ frame: FrameContext, status: Int)
    -> Response
  {
    var fields = SecurityHeaders.page
    fields[.contentType] = "text/html; charset=utf-8"
    fields[.contentLanguage] = frame.language.rawValue
    let bytes = PageFrame(context: frame, title: title, content: content).rendered(capacity: 48 * 1024)
    return Response(
      status: HTTPResponse.Status(code: status), headers: fields,
      body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// Shown in pages and kept by browsers for a year: another picture has another address.
  private func picture(_ file: FileContent, _ isPublic: Bool) -> Response {
    var fields = SecurityHeaders.everywhere
    fields[.contentType] = file.mediaType
    fields[.cacheControl] = isPublic ? "public, max-age=31536000, immutable" : "private, no-store"
    fields[.contentSecurityPolicy] = "sandbox; default-src 'none'"
    return Response(status: .ok, headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
  }

  private func redirect(_ target: String) -> Response {
    var fields = SecurityHeaders.page
    fields[.location] = target
    return Response(status: .seeOther, headers: fields)
  }

  /// Whether whoever asks shows pages, as a browser does.
  var wantsPage: Bool {
    !path.hasPrefix("/api/") && (request.headers[.accept] ?? "").contains("text/html")
  }
}

extension HTTPField.Name {
  fileprivate static let clearSiteData = Self("Clear-Site-Data")!
  /// For the service worker.
  fileprivate static let keptOffline = Self("X-Kept")!
}
