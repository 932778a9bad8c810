import Authentication
import Foundation
import HTTPTypes

/// The cookies of a browser; all are bound to one host by their `__Host-` names.
struct PageCookies: Sendable {
  static let session = "__Host-session"
  /// What forms are bound to before anybody is signed in.
  static let visit = "__Host-visit"
  /// What shows that the right password was typed a moment ago, while the code is waited for.
  static let ticket = "__Host-ticket"
  /// What a registration that is not sent yet is found again by.
  static let registration = "__Host-registration"
  static let language = "__Host-language"

  private let values: [String: String]

  /// Reads every `Cookie` field; of two cookies with one name the first counts.
  init(_ fields: HTTPFields) {
    var values: [String: String] = [:]
    for field in fields[values: .cookie] {
      for pair in field.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { continue }
        let name = parts[0].trimmingCharacters(in: .whitespaces)
        if values[name] == nil { values[name] = parts[1].trimmingCharacters(in: .whitespaces) }
      }
    }
    self.values = values
  }

  subscript(_ name: String) -> String? { values[name] }

  /// The secret in a cookie; nil where it cannot be one of ours.
  func secret(_ name: String) -> Secret? {
    guard let text = values[name], text.utf8.count == 43 else { return nil }
    return Secret(presented: text)
  }

  /// A `Set-Cookie` value that scripts cannot read and other sites do not send along.
  /// - Parameter seconds: how long it lives; nil until the browser is closed.
  static func setting(_ name: String, _ value: String, seconds: Int? = nil) -> String {
    let life = seconds.map { "; Max-Age=\($0)" } ?? ""
    return "\(name)=\(value); Path=/; Secure; HttpOnly; SameSite=Lax\(life)"
  }

  static func clearing(_ name: String) -> String { setting(name, "", seconds: 0) }
}
