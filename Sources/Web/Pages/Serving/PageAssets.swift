import EOrderRules
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import NIOCore

/// The files that the pages of one host load.
struct PageAssets: Sendable {
  private let owner: String
  private let look: BrandStylesheet

  /// - Parameter identity: nil on the admin host.
  init(_ identity: TenantIdentity?) {
    owner = identity.map { $0.brand.name ?? $0.name } ?? CentralText.service.indonesian
    look = BrandStylesheet(brand: identity?.brand.primary, accent: identity?.brand.accent)
  }

  /// What the head of every page names.
  var links: FrameContext.Assets {
    .init(
      stylesheet: PageAsset.stylesheet.url, brand: colours.url, icon: icon.url, script: PageAsset.script.url)
  }

  /// The two colours are all that the sheet depends on besides our own styles.
  private var colours: PageAsset {
    let version =
      [look.brand, look.accent].map { String($0.hex.dropFirst()) } + [PageAsset.stylesheet.version]
    return PageAsset(
      path: "/assets/brand.css", mediaType: "text/css; charset=utf-8",
      version: version.joined(separator: "-"),
      text: { [look] in look.css })
  }

  private var icon: PageAsset {
    let picture = BrandIcon(
      initials: FrameContext.Owner(name: owner, seal: nil).initials, brand: look.brand, accent: look.accent)
    let text = String(decoding: picture.rendered(capacity: 2048), as: UTF8.self)
    return PageAsset(
      path: "/assets/icon.svg", mediaType: "image/svg+xml", version: PageAsset.version(of: text),
      text: { text })
  }

  /// - Returns: nil where the path is no file of the pages.
  func answer(_ exchange: Exchange) throws -> Response? {
    guard let asset = asset(at: exchange.path) else { return nil }
    guard [.get, .head].contains(exchange.request.method) else { throw Problem.methodNotAllowed(["GET"]) }
    var fields = SecurityHeaders.everywhere
    fields[.contentType] = asset.mediaType
    fields[.eTag] = "\"\(asset.version)\""
    let isPinned = exchange.request.uri.query == "v=\(asset.version)"
    fields[.cacheControl] = isPinned ? "public, max-age=31536000, immutable" : "no-cache"
    if exchange.request.headers[.ifNoneMatch] == fields[.eTag] {
      return Response(status: .notModified, headers: fields)
    }
    return Response(status: .ok, headers: fields, body: .init(byteBuffer: ByteBuffer(string: asset.text())))
  }

  private func asset(at path: String) -> PageAsset? {
    switch path {
    case "/assets/style.css": .stylesheet
    case "/assets/live.js": .script
    case "/assets/brand.css": colours
    case "/assets/icon.svg": icon
    default: nil
    }
  }
}
