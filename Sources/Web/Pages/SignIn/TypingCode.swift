import Authentication
import Foundation
import HTML

/// The second step of signing in: the one-time code, on a page of its own.
struct TypingCode {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  /// On to the page that asks for the code, with a ticket in place of the password.
  func begin(_ verified: SignIn.Verified, next: String) -> PageReply {
    let ticket = page.call.signInWay.ticket(of: verified, at: page.call.now)
    return .redirect(
      PageURL(path: ["sign-in", "code"], query: [("next", next)]).text,
      cookies: [
        PageCookies.setting(PageCookies.ticket, ticket.text, seconds: Int(SignInTicket.life)),
        PageCookies.clearing(PageCookies.session),
      ])
  }

  func show() -> PageReply {
    guard ticket != nil else { return back }
    return reply(page.newForm(["next": page.asked("next") ?? ""]))
  }

  func attempt() async throws -> PageReply {
    guard let ticket else { return back }
    let call = page.call
    let signIn = call.signInWay
    do throws(any Error) {
      let otp = page.form["code"] ?? ""
      let verified =
        call.tenant == nil
        ? try await call.withControl {
          try await signIn.resume(
            ticket, otp: otp, address: call.remoteAddress, userAgent: call.userAgent, $0, at: call.now)
        }
        : try await call.withTenant {
          try await signIn.resume(
            ticket, otp: otp, address: call.remoteAddress, userAgent: call.userAgent, $0, at: call.now)
        }
      var reply = try await SigningIn(page).remembered(try await call.open(verified))
      reply.cookies.append(PageCookies.clearing(PageCookies.ticket))
      return reply
    } catch SignIn.Refusal.badCredentials {
      return back
    } catch SignIn.Refusal.codeNeeded {
      return refused(page.language(SecondFactorText.codeNeeded), status: 422)
    } catch SignIn.Refusal.wrongCode {
      return refused(page.language(SecondFactorText.wrongCode), status: 422)
    } catch SignIn.Refusal.throttled(let wait) {
      let sentence = page.language(SignInText.wait(minutes: max(1, (wait + 59) / 60)))
      var reply = refused(sentence, status: 429)
      reply.retryAfter = wait
      return reply
    }
  }

  private var ticket: SignInTicket? {
    page.cookies[PageCookies.ticket].flatMap { $0.isEmpty ? nil : SignInTicket(presented: $0) }
  }

  /// The ticket is too old: the password is asked for again.
  private var back: PageReply {
    let next = page.form["next"] ?? page.asked("next") ?? ""
    return .redirect(
      PageURL(path: ["sign-in"], query: [("next", next), (PageCall.doneParameter, "late")]).text,
      cookies: [PageCookies.clearing(PageCookies.ticket)])
  }

  private func refused(_ sentence: String, status: Int) -> PageReply {
    var form = page.newForm(["next": page.form["next"] ?? ""])
    form.problems = [FormState.Problem(field: "code", sentence: sentence, label: nil)]
    return reply(form, status: status)
  }

  private func reply(_ form: FormState, status: Int = 200) -> PageReply {
    .page(
      page.language(SecondFactorText.stepTitle),
      CodePage(form: form, isCentral: page.call.tenant == nil), status: status)
  }
}

/// The form for the one-time code.
struct CodePage: Component {
  let form: FormState
  let isCentral: Bool

  func write(to h: Hypertext) {
    let language = form.language
    h.div(.class("narrow")) {
      h.h1(language(SecondFactorText.stepTitle))
      h.p(language(SecondFactorText.stepLead))
      h.put(ErrorSummary(form: form))
      h.form(.post, to: "/sign-in/code", .class("card form")) {
        h.put(HiddenFields(form: form))
        h.input(.hidden, .name("next"), .value(form.value("next")))
        h.put(
          TextField(
            field: FieldLabel(
              name: "code", label: language(SecondFactorText.code),
              hint: language(SecondFactorText.codeOrRecovery)), form: form, maxLength: 40,
            autocomplete: "one-time-code"))
        h.button(.submit, language(SignInText.submit))
      }
      h.p(language(SecondFactorText.lost), .class("quiet"))
      h.p { h.a("/sign-in", language(SecondFactorText.again)) }
    }
  }
}
