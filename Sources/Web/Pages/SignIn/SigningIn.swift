import Authentication
import EOrderRules
import Foundation
import HTML
import Postgres
import Procurement
import StrictJSON

/// Signing in with e-mail address and password.
struct SigningIn {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() -> PageReply {
    guard page.call.actor == nil else { return .redirect(LocalPath.checked(page.asked("next"))) }
    let next = page.asked("next")
    let done = page.asked(PageCall.doneParameter)
    let message: SignInPage.Message? =
      switch done {
      case "password": .passwordSet
      case "out": .signedOut
      case "late": .late
      default: next != nil ? .needed : nil
      }
    return reply(page.newForm(["next": next ?? ""]), message)
  }

  /// A wrong password is the form again; a right one a new session, whatever session there was.
  func attempt() async throws -> PageReply {
    let call = page.call
    let attempt = SignIn.Attempt(
      email: (page.form["email"] ?? "").trimmingCharacters(in: .whitespaces),
      password: page.form["password"] ?? "",
      address: call.remoteAddress, userAgent: call.userAgent)
    guard !attempt.email.isEmpty, !attempt.password.isEmpty, attempt.email.utf8.count <= 320 else {
      return refused(.wrong, status: 422)
    }
    do throws(any Error) {
      let verified = try await call.verified(attempt)
      do {
        return try await remembered(try await call.open(verified))
      } catch SignIn.Refusal.codeNeeded {
        return TypingCode(page).begin(verified, next: page.form["next"] ?? "")
      }
    } catch SignIn.Refusal.badCredentials {
      return refused(.wrong, status: 422)
    } catch Procurement.Refusal.conflict(let code, _) {
      return refused(page.language.pick(ProblemText.of(code).detail), status: 409)
    } catch SignIn.Refusal.throttled(let wait) {
      var reply = refused(.wait(minutes: max(1, (wait + 59) / 60)), status: 429)
      reply.retryAfter = wait
      return reply
    }
  }

  /// The language of the pages is that of mail.
  func remembered(_ session: SignIn.Session) async throws -> PageReply {
    try await page.call.remember(page.language, of: session.actor)
    return welcome(session)
  }

  func welcome(_ session: SignIn.Session) -> PageReply {
    let asked = LocalPath.checked(page.form["next"])
    let target = asked != "/" || page.call.tenant == nil ? asked : "/desk"
    return .redirect(target, cookies: [PageCookies.setting(PageCookies.session, session.token.text)])
  }

  private func refused(_ why: SignInText, status: Int) -> PageReply {
    refused(page.language(why), status: status)
  }

  private func refused(_ why: String, status: Int) -> PageReply {
    var form = page.newForm(["email": page.form["email"] ?? "", "next": page.form["next"] ?? ""])
    form.problems = [FormState.Problem(field: "email", sentence: why, label: nil)]
    return reply(form, nil, status: status)
  }

  private func reply(_ form: FormState, _ message: SignInPage.Message?, status: Int = 200) -> PageReply {
    let content = SignInPage(form: form, isCentral: page.call.tenant == nil, message: message)
    return .page(page.language(SignInText.title), content, status: status)
  }
}

/// Signing out: the session ends here and in every other tab.
struct SigningOut {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func callAsFunction() async throws -> PageReply {
    if page.call.actor != nil { try await page.call.signOut() }
    var reply = PageReply.redirect("/sign-in?done=out", cookies: [PageCookies.clearing(PageCookies.session)])
    reply.clearsBrowser = true
    return reply
  }
}
