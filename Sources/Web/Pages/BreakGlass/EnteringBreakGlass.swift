import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// A central administrator follows the link of an access that was opened; the key is used by the button alone, since
/// programs open links too.
struct EnteringBreakGlass {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }
  private var key: String { page.call.parameters["key"] ?? "" }

  func show() async throws -> PageReply {
    guard let access = try await page.call.breakGlass(behind: key) else { return gone }
    let story = access.json(at: page.call.now)
    let title = language(BreakGlassDoorText.heading(page.call.tenant?.rulebook.tenant.name ?? ""))
    let content = Sheet(
      language: language, title: title, lead: language(BreakGlassDoorText.enterMeans),
      parts: [
        Facts(
          facts: [
            page.shown.fact(BreakGlassText.who, story["administrator"]?["name"]?.text),
            page.shown.fact(BreakGlassText.reason, story["reason"]?.text),
            page.shown.fact(BreakGlassText.until, page.shown.instant(story["endsAt"])),
          ].compactMap { $0 }),
        ActionButton(
          url: PageURL(path: ["break-glass", "keys", key]), text: language(BreakGlassDoorText.enter),
          form: page.newForm()),
      ])
    var reply = PageReply.page(title, content)
    reply.isKept = false
    return reply
  }

  /// Whatever session the browser had on this host is left for that of the access.
  func enter() async throws -> PageReply {
    do throws(any Error) {
      let (token, access) = try await page.call.enterBreakGlass(key)
      let seconds = Int(access.endsAt.timeIntervalSince(page.call.now))
      var reply = PageReply.redirect(
        PageURL(path: ["search"]).text,
        cookies: [PageCookies.setting(PageCookies.session, token.text, seconds: seconds)])
      reply.clearsBrowser = true
      return reply
    } catch Procurement.Refusal.notFound {
      return gone
    }
  }

  private var gone: PageReply {
    .page(
      language(SignInText.invitationGone),
      LinkGone(
        language: language, advice: language(BreakGlassDoorText.gone),
        next: ("/", language(BreakGlassDoorText.start))), status: 404)
  }
}
