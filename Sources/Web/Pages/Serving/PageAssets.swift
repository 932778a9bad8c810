import Crypto
import EOrderRules
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import NIOCore

/// The files that pages load; an address changes with the content, so browsers keep them for a year.
enum PageAssets {
  private static let css = Array(Stylesheet.css.utf8)
  private static let version = SHA256.hash(data: css).prefix(6).map {
    ($0 < 16 ? "0" : "") + String($0, radix: 16)
  }
  .joined()

  static var stylesheet: PageURL { PageURL(path: ["assets", "style.css"], query: [("v", version)]) }

  static func brand(_ brand: Brand?) -> PageURL {
    PageURL(path: ["assets", "brand.css"], query: [("v", brandVersion(brand))])
  }

  /// The two colours are all that the sheet depends on besides our own styles.
  private static func brandVersion(_ brand: Brand?) -> String {
    let colours = [brand?.primary, brand?.accent].map { ($0 ?? "none").filter { $0 != "#" } }
    return (colours + [version]).joined(separator: "-").lowercased()
  }

  /// - Returns: nil where the path is no file of the pages.
  static func answer(_ exchange: Exchange, _ brand: Brand?) throws -> Response? {
    let sheet: (bytes: [UInt8], version: String)
    switch exchange.path {
    case "/assets/style.css": sheet = (css, version)
    case "/assets/brand.css":
      let css = BrandStylesheet(brand: brand?.primary, accent: brand?.accent).css
      sheet = (Array(css.utf8), brandVersion(brand))
    default: return nil
    }
    guard [.get, .head].contains(exchange.request.method) else { throw Problem.methodNotAllowed(["GET"]) }
    var fields = SecurityHeaders.everywhere
    fields[.contentType] = "text/css; charset=utf-8"
    fields[.eTag] = "\"\(sheet.version)\""
    let isPinned = exchange.request.uri.query == "v=\(sheet.version)"
    fields[.cacheControl] = isPinned ? "public, max-age=31536000, immutable" : "no-cache"
    if exchange.request.headers[.ifNoneMatch] == fields[.eTag] {
      return Response(status: .notModified, headers: fields)
    }
    return Response(status: .ok, headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: sheet.bytes)))
  }
}
