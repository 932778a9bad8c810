import Crypto
import Foundation
import HTML

/// A file that pages load. Its address changes with its content, so browsers keep it for a year.
struct PageAsset: Sendable {
  let path: String
  let mediaType: String
  let version: String
  /// Made when it is asked for.
  let text: @Sendable () -> String

  var url: PageURL {
    PageURL(path: path.split(separator: "/").map(String.init), query: [("v", version)])
  }

  /// A few digits that change with the content.
  static func version(of text: String) -> String {
    SHA256.hash(data: Array(text.utf8)).prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      .joined()
  }
}

extension PageAsset {
  /// A file that is the same in every province.
  private init(path: String, mediaType: String, _ text: String) {
    self.init(path: path, mediaType: mediaType, version: Self.version(of: text), text: { text })
  }

  /// The styles of every page.
  static let stylesheet = PageAsset(
    path: "/assets/style.css", mediaType: "text/css; charset=utf-8", Stylesheet.css)
  /// The script of every page.
  static let script = PageAsset(
    path: "/assets/page.js", mediaType: "text/javascript; charset=utf-8", Scripts.page)
  /// The service worker, which stands at the root because it serves everything below it.
  static let worker = PageAsset(
    path: "/worker.js", mediaType: "text/javascript; charset=utf-8", Scripts.worker)
  /// What keeps the count of unread notices up to date, for somebody who is signed in.
  static let live = PageAsset(
    path: "/assets/live.js", mediaType: "text/javascript; charset=utf-8", LiveScript.js)
}
