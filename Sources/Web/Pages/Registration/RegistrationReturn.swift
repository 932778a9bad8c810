import Authentication
import EOrderRules
import Foundation
import HTML
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// The account step, and the way back into a registration that was left.
struct RegistrationReturn {
  private static let life = Registration.keptDays * 86_400

  private let page: PageCall
  private let registering: Registering

  init(_ page: PageCall) {
    self.page = page
    registering = Registering(page)
  }

  /// E-mail address and password come first: from then on everything is kept.
  func begin(_ visit: Visit) async throws -> PageReply {
    let form = registering.forms(visit).form(.account)
    let (body, errors) = StartRegistration.shape.validate(form.body(page.form))
    do throws(any Error) {
      guard errors.isEmpty else { throw Procurement.Refusal.invalid(errors) }
      try await checkClaim(body, visit)
      let start = try await StartRegistration(
        body: body, typed: [RegistrationField.email.rawValue: body["email"]?.text ?? ""], visit,
        policy: page.call.passwords, hasher: page.services.hasher)
      let token = try await page.call.withTenant { try await start($0, at: page.call.now) }
      return .redirect(RegistrationStep.business.url.text, cookies: [cookie(token)])
    } catch Procurement.Refusal.invalid(let errors) {
      return refused(form, errors, visit)
    } catch Procurement.Refusal.alreadyRegistered(let errors) {
      return refused(form, errors, visit, status: 409)
    }
  }

  private func checkClaim(_ body: JSONValue, _ visit: Visit) async throws {
    let check = RegistrationCheck(body)
    _ = try await page.call.telling {
      let claims = try await page.call.withTenant { try await check.claims($0) }
        .filter { $0.pointer == "/email" }
      guard claims.isEmpty else { throw Procurement.Refusal.alreadyRegistered(claims) }
      return Answer(status: 204)
    }
  }

  private func refused(_ form: ActionForm, _ errors: [FieldError], _ visit: Visit, status: Int = 422)
    -> PageReply
  {
    var state = page.newForm(page.form.texts)
    state.problems = form.problems(errors, page.language)
    return registering.accountReply(visit, state, status: status)
  }

  /// The same sentence for an unknown address and a wrong password.
  func resume(_ visit: Visit) async throws -> PageReply {
    let email = (page.form["email"] ?? "").trimmingCharacters(in: .whitespaces)
    let resume = ResumeRegistration(email: email, password: page.form["password"] ?? "")
    let throttles = [Throttle.resuming(email.lowercased()), Throttle.telling(page.call.remoteAddress)]
    do {
      for throttle in throttles {
        try await page.call.withTenant { try await throttle.admit($0, at: page.call.now) }
      }
    } catch SignIn.Refusal.throttled(let wait) {
      var reply = wrong(email, .wait(minutes: max(1, (wait + 59) / 60)), visit, status: 429)
      reply.retryAfter = wait
      return reply
    }
    let candidates = try await page.call.withTenant { try await resume.candidates($0, at: page.call.now) }
    guard let found = try await resume.verify(candidates, page.services.hasher) else {
      return wrong(email, .wrong, visit, status: 422)
    }
    let token = try await page.call.withTenant {
      for throttle in throttles { try await throttle.takeBack($0) }
      return try await ResumeRegistration.claim(found, $0, at: page.call.now)
    }
    return .redirect(registering.nextOpen(found, visit).url.text, cookies: [cookie(token)])
  }

  private func wrong(_ email: String, _ why: SignInText, _ visit: Visit, status: Int) -> PageReply {
    var form = page.newForm(["email": email])
    form.problems = [FormState.Problem(field: "email", sentence: page.language(why), label: nil)]
    return registering.startReply(visit, nil, form, status: status)
  }

  /// This browser forgets the registration; it can be gone on with by its password.
  func discard() async throws -> PageReply {
    .redirect("/register", cookies: [PageCookies.clearing(PageCookies.registration)])
  }

  private func cookie(_ token: Secret) -> String {
    PageCookies.setting(PageCookies.registration, token.text, seconds: Self.life)
  }
}
