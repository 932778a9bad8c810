import EOrderRules
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import StrictJSON

/// The files that the pages of one host load.
struct PageAssets: Sendable {
  private let owner: FrameContext.Owner
  private let language: Language
  private let look: BrandStylesheet

  /// - Parameter identity: nil on the admin host.
  init(_ identity: TenantIdentity?) {
    owner = FrameContext.Owner(
      name: identity.map { $0.brand.name ?? $0.name } ?? CentralText.service.indonesian,
      seal: identity?.brand.seal)
    language = identity?.languages.first.flatMap(Language.init) ?? .indonesian
    look = BrandStylesheet(brand: identity?.brand.primary, accent: identity?.brand.accent)
  }

  /// What the head of every page names.
  var links: FrameContext.Assets {
    .init(
      stylesheet: PageAsset.stylesheet.url, brand: colours.url, icon: icon.url, script: PageAsset.script.url,
      live: PageAsset.live.url, colour: look.brand.hex)
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
    let picture = BrandIcon(owner: owner, brand: look.brand, accent: look.accent)
    let text = String(decoding: picture.rendered(capacity: 2048), as: UTF8.self)
    return PageAsset(
      path: "/assets/icon.svg", mediaType: "image/svg+xml", version: PageAsset.version(of: text),
      text: { text })
  }

  private var manifest: PageAsset {
    let json = AppManifest(name: owner.name, language: language, colour: look.brand, icon: icon.url).json
    let text = String(decoding: json.encoded, as: UTF8.self)
    return PageAsset(
      path: "/app.webmanifest", mediaType: "application/manifest+json", version: PageAsset.version(of: text),
      text: { text })
  }

  /// - Returns: nil where the path is no file of the pages.
  func answer(_ exchange: Exchange) throws -> Response? {
    guard let asset = asset(at: exchange.path) else { return nil }
    guard [.get, .head].contains(exchange.request.method) else { throw Problem.methodNotAllowed(["GET"]) }
    var fields = asset.path == PageAsset.worker.path ? SecurityHeaders.worker : SecurityHeaders.everywhere
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
    case PageAsset.stylesheet.path: .stylesheet
    case PageAsset.script.path: .script
    case PageAsset.worker.path: .worker
    case PageAsset.live.path: .live
    case "/assets/brand.css": colours
    case "/assets/icon.svg": icon
    case FrameContext.Assets.manifest.text: manifest
    default: nil
    }
  }
}
