import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The last step: everything once more, what is missing, and the account.
struct RegistrationEnd {
  private let page: PageCall
  private let registering: Registering

  init(_ page: PageCall) {
    self.page = page
    registering = Registering(page)
  }

  func show(_ registration: Registration, _ draft: RegistrationDraft, _ visit: Visit) async throws
    -> PageReply
  {
    reply(draft, try await registering.problems(draft, visit), visit, status: 200)
  }

  private func reply(_ draft: RegistrationDraft, _ errors: [FieldError], _ visit: Visit, status: Int)
    -> PageReply
  {
    let content = RegistrationReview(
      language: page.language, progress: registering.progress(draft, visit, at: .review), draft: draft,
      directory: page.services.directory, errors: errors,
      papers: RegistrationCheck(draft.body).requiredPapers(visit), form: page.newForm())
    return .page(page.language(RegistrationText.stepTitle(.review)), content, status: status)
  }

  /// The vendor is registered in `draft` and its owner signed in; a second sending finds that done.
  func finish(_ registration: Registration, _ visit: Visit) async throws -> PageReply {
    let draft = RegistrationDraft(fields: registration.fields, forms: registering.forms(visit))
    do throws(any Error) {
      let register = try RegisterVendor(
        registration, body: draft.body, visit, language: page.language.rawValue)
      let call = page.call
      _ = try await call.telling {
        try await call.withTenant { try await register(visit, Write(), $0) }
      }
    } catch Procurement.Refusal.invalid(let errors) {
      return reply(draft, errors, visit, status: 422)
    } catch Procurement.Refusal.alreadyRegistered(let errors) {
      return reply(draft, errors, visit, status: 409)
    } catch Procurement.Refusal.notFound {
      return .redirect("/sign-in", cookies: [PageCookies.clearing(PageCookies.registration)])
    }
    let session = try await signIn(registration.email)
    return .redirect(
      "/profile/papers?done=registered",
      cookies: [
        PageCookies.clearing(PageCookies.registration),
        PageCookies.setting(PageCookies.session, session.token.text),
      ])
  }

  private func signIn(_ email: String) async throws -> SignIn.Session {
    let call = page.call
    let attempt = SignIn.Attempt(
      email: email, password: "", address: call.remoteAddress, userAgent: call.userAgent)
    let signIn = call.signInWay
    return try await call.withTenant { try await signIn.open(newAccount: attempt, $0, at: call.now) }
  }
}
