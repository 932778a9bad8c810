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
    if let actor = page.call.actor { try await page.call.remember(language, of: actor) }
    return .redirect(
      target, cookies: [PageCookies.setting(PageCookies.language, language.rawValue, seconds: Self.life)])
  }
}

extension Call {
  /// The language of the pages is that of mail.
  func remember(_ language: Language, of actor: Actor) async throws {
    let remember = RememberLanguage(language.rawValue)
    if tenant == nil {
      try await withControl { try await remember(actor.userID, $0) }
    } else {
      try await withTenant { try await remember(actor.userID, $0) }
    }
  }
}
