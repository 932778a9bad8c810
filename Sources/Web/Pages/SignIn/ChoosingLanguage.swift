import Authentication
import Foundation
import Procurement

/// Somebody chooses the language of the pages and comes back to where they were.
struct ChoosingLanguage {
  /// A year.
  private static let life = 365 * 86_400

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func callAsFunction() async throws -> PageReply {
    let target = LocalPath.checked(page.asked("to"))
    guard let language = Language(rawValue: page.call.parameters["language"] ?? "") else {
      return .redirect(target)
    }
    if page.call.tenant != nil, let actor = page.call.actor {
      try await page.call.withTenant { try await RememberLanguage(language.rawValue)(actor.userID, $0) }
    }
    return .redirect(
      target, cookies: [PageCookies.setting(PageCookies.language, language.rawValue, seconds: Self.life)])
  }
}
