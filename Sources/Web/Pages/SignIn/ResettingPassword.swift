import Authentication
import EOrderRules
import Foundation
import HTML
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// Somebody who lost the password asks for a link, follows it, sets a new one and is signed in.
struct ResettingPassword {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var token: String { page.call.parameters["token"] ?? "" }
  private var secret: Secret { Secret(presented: token) }

  func show() -> PageReply { asking(page.newForm(["email": page.asked("email") ?? ""])) }

  /// The answer is the same for every address, and comes after the same time.
  func ask() async throws -> PageReply {
    let typed = (page.form["email"] ?? "").trimmingCharacters(in: .whitespaces)
    let (body, errors) = RequestPasswordReset.shape.validate(["email": .string(typed)])
    guard errors.isEmpty else {
      return asking(page.sentForm(problems: errors) { _ in SignInText.email }, status: 422)
    }
    do throws(any Error) {
      _ = try await page.call.requestReset(body)
    } catch SignIn.Refusal.throttled(let wait) {
      var form = page.newForm(["email": typed])
      let sentence = page.language(SignInText.wait(minutes: max(1, (wait + 59) / 60)))
      form.problems = [FormState.Problem(field: "email", sentence: sentence, label: nil)]
      var reply = asking(form, status: 429)
      reply.retryAfter = wait
      return reply
    }
    let content = SentLink(language: page.language)
    return .page(page.language(AddressText.resetAsked), content)
  }

  func open() async throws -> PageReply {
    try await email() == nil ? gone : setting(page.newForm())
  }

  func set() async throws -> PageReply {
    let (body, errors) = AcceptInvitation.shape.validate(["password": .string(page.form["password"] ?? "")])
    guard errors.isEmpty else { return refused(errors) }
    let call = page.call
    let email: String?
    do throws(any Error) {
      email = try await accepted(body)
    } catch Procurement.Refusal.invalid(let errors) {
      return refused(errors)
    } catch Procurement.Refusal.notFound {
      return gone
    }
    let attempt = SignIn.Attempt(
      email: email ?? "", password: body["password"]?.text ?? "", address: call.remoteAddress,
      userAgent: call.userAgent)
    do throws(any Error) {
      let verified = try await call.verified(attempt)
      do {
        return SigningIn(page).welcome(try await call.open(verified))
      } catch SignIn.Refusal.codeNeeded {
        // Who has the mailbox does not have the phone yet.
        return TypingCode(page).begin(verified, next: "")
      }
    } catch is SignIn.Refusal {
      return .redirect("/sign-in?done=password", cookies: [PageCookies.clearing(PageCookies.session)])
    }
  }

  /// - Returns: the address of the account whose password was set.
  private func accepted(_ body: JSONValue) async throws -> String? {
    let call = page.call
    let (services, version) = (call.services, call.tenant?.rulebook.version)
    let accept = AcceptInvitation(
      secret, body: body, realm: realm, context: try call.tenant.map { _ in try call.visit.placeNames } ?? [])
    let email = try await email()
    if call.tenant == nil {
      _ = try await call.withControl {
        try await accept(
          at: call.now, rulesVersion: nil, policy: call.passwords, hasher: services.hasher, $0)
      }
    } else {
      _ = try await call.withTenant {
        try await accept(
          at: call.now, rulesVersion: version, policy: call.passwords, hasher: services.hasher, $0)
      }
    }
    return email
  }

  private var realm: SignIn.Realm { page.call.tenant == nil ? .central : .tenant }

  /// The address of the account behind the link; nil where it can no longer be followed.
  private func email() async throws -> String? {
    let call = page.call
    return call.tenant == nil
      ? try await call.withControl {
        try await AcceptInvitation.email(secret, realm: .central, at: call.now, $0)
      }
      : try await call.withTenant {
        try await AcceptInvitation.email(secret, realm: .tenant, at: call.now, $0)
      }
  }

  private var gone: PageReply {
    .page(
      page.language(SignInText.invitationGone),
      LinkGone(
        language: page.language, advice: page.language(AddressText.goneAdvice),
        next: ("/password-resets", page.language(AddressText.resetTitle))), status: 404)
  }

  private func asking(_ form: FormState, status: Int = 200) -> PageReply {
    .page(page.language(AddressText.resetTitle), ResetPage(form: form), status: status)
  }

  private func refused(_ errors: [FieldError]) -> PageReply {
    setting(page.sentForm(problems: errors) { _ in SignInText.newPassword }.emptied, status: 422)
  }

  private func setting(_ form: FormState, status: Int = 200) -> PageReply {
    .page(page.language(AddressText.newTitle), NewPasswordPage.reset(form, token: token), status: status)
  }
}

extension FormState {
  /// The same form without what was typed: passwords are not sent back.
  fileprivate var emptied: FormState {
    var form = self
    form.values = [:]
    return form
  }
}
