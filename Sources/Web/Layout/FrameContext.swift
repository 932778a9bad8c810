import EOrderRules
import HTML

/// What the frame around a page has to know about the request.
struct FrameContext: Sendable {
  /// Whose page it is.
  struct Owner: Sendable {
    /// The name of the province, or that of the service on the admin host.
    let name: String
    /// The emblem as a path of SVG in a square of 100 by 100; initials stand in for it.
    let seal: String?

    /// The first letters of the last two words.
    var initials: String {
      String(name.split(separator: " ").suffix(2).compactMap(\.first)).uppercased()
    }
  }

  /// Who is signed in.
  struct Viewer: Sendable {
    let name: String
    let roles: Set<Role>
    /// The session's token, which every form sends back.
    let formToken: String
    /// The e-mail address where it is not proved yet.
    var unprovedEmail: String?
    /// Notices that were not read.
    var unread = 0
    /// By which somebody of central administration reads here.
    var access: AccessBanner.Access?
  }

  /// The files that every page loads; their names change with their content.
  struct Assets: Sendable {
    let stylesheet: PageURL
    let brand: PageURL
    let icon: PageURL
    let script: PageURL
    /// What keeps the count of unread notices up to date.
    let live: PageURL
    /// What a phone paints around the page.
    let colour: String

    static let manifest: PageURL = "/app.webmanifest"
  }

  let owner: Owner
  let language: Language
  /// The languages of the tenant.
  let languages: [Language]
  let viewer: Viewer?
  /// The path of this page with its query, as the language switch comes back to it.
  let path: String
  let menu: [MenuItem]
  let assets: Assets

  /// People of a province are told things; central administrators are not.
  var hasNotices: Bool { viewer != nil && viewer?.access == nil && !menu.isEmpty }
}
