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
  /// The styles of every page.
  static let stylesheet = PageAsset(
    path: "/assets/style.css", mediaType: "text/css; charset=utf-8", version: version(of: Stylesheet.css),
    text: { Stylesheet.css })

  /// The script of every page for somebody who is signed in.
  static let script = PageAsset(
    path: "/assets/live.js", mediaType: "text/javascript; charset=utf-8", version: version(of: LiveScript.js),
    text: { LiveScript.js })
}
