import HTML
import Procurement

/// What a page's handler answers.
struct PageReply: Sendable {
  enum Content: Sendable {
    case page(title: String, any Component)
    /// Somewhere on this host, with GET.
    case redirect(String)
    case file(FileContent)
    case events(EventFeed)
    /// A picture whose address changes with its content; anyone's, or its vendor's alone.
    case picture(FileContent, isPublic: Bool)
  }

  let content: Content
  var status = 200
  /// `Set-Cookie` values.
  var cookies: [String] = []
  /// Seconds until it makes sense to try again.
  var retryAfter: Int?
  /// The browser forgets what it has kept for this host.
  var clearsBrowser = false
  /// Whether the browser may keep the page for a time without a network.
  var isKept = true

  static func page(_ title: String, _ content: some Component, status: Int = 200) -> PageReply {
    PageReply(content: .page(title: title, content), status: status)
  }

  static func redirect(_ target: String, cookies: [String] = []) -> PageReply {
    PageReply(content: .redirect(target), status: 303, cookies: cookies)
  }
}
