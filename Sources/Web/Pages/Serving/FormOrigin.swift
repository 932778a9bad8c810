import Foundation
import HTTPTypes

/// Where a form was sent from, as the browser tells; pages of other provinces are strangers too.
enum FormOrigin {
  /// Whether the form came from a page of this host.
  ///
  /// The browser writes `Origin: null` where a page sends no referrer; then `Sec-Fetch-Site`, which no page
  /// can set, has to say that it was the same origin.
  static func isOwn(_ fields: HTTPFields, authority: String) -> Bool {
    let site = fields[.secFetchSite]
    if let site, site != "same-origin", site != "none" { return false }
    guard let origin = fields[.origin] else { return site == "same-origin" }
    if origin == "null" { return site == "same-origin" }
    return origin.lowercased() == "https://\(authority.lowercased())"
  }
}

extension HTTPField.Name {
  fileprivate static let secFetchSite = Self("Sec-Fetch-Site")!
}
