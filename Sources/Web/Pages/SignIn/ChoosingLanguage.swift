import Foundation

/// Somebody chooses the language of the pages and comes back to where they were.
struct ChoosingLanguage {
  /// A year.
  private static let life = 365 * 86_400

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func callAsFunction() -> PageReply {
    let target = LocalPath.checked(page.asked("to"))
    guard let language = Language(rawValue: page.call.parameters["language"] ?? "") else {
      return .redirect(target)
    }
    return .redirect(
      target, cookies: [PageCookies.setting(PageCookies.language, language.rawValue, seconds: Self.life)])
  }
}
