import Authentication
import EOrderRules
import Foundation
import HTML
import HTTPTypes
import Procurement
import StrictJSON

/// Somebody sets up one-time codes, moves them to another phone, or takes them away.
struct KeepingSecondFactor {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  /// Which form was sent, for what is wrong with it.
  private enum Sent: String { case begin, first, renew, remove }

  func show() async throws -> PageReply { try await reply() }

  func begin() async throws -> PageReply {
    _ = try page.actor
    return try await refusing(.begin) {
      _ = try await page.call.beginSecondFactor(password: page.form.filled("password"), otp: nil)
      return here
    }
  }

  func renew() async throws -> PageReply {
    _ = try page.actor
    return try await refusing(.renew) {
      _ = try await page.call.beginSecondFactor(
        password: page.form["renew.password"] ?? "", otp: page.form["renew.otp"])
      return here
    }
  }

  func abandon() async throws -> PageReply {
    _ = try page.actor
    try await page.call.abandonSecondFactor()
    return here
  }

  func remove() async throws -> PageReply {
    _ = try page.actor
    return try await refusing(.remove) {
      try await page.call.removeSecondFactor(
        password: page.form["remove.password"] ?? "", otp: page.form["remove.otp"])
      let url = PageURL(path: ["account", "second-factor"], query: [(PageCall.doneParameter, "removed")])
      return .redirect(url.text)
    }
  }

  /// The recovery codes are the answer itself, since they are shown this once.
  func confirm() async throws -> PageReply {
    _ = try page.actor
    return try await refusing(.first) {
      let outcome = try await page.call.confirmSecondFactor(page.form["code"] ?? "")
      let asked = LocalPath.checked(page.form["next"])
      let home: PageURL = page.call.tenant == nil ? "/" : "/desk"
      let content = RecoveryCodesPage(
        language: page.language, codes: outcome.recoveryCodes,
        next: asked == "/" ? home : PageURL(checking: asked) ?? home)
      var reply = PageReply.page(page.language(SecondFactorText.recoveryTitle), content)
      reply.cookies = [PageCookies.setting(PageCookies.session, outcome.token.text)]
      return reply
    }
  }

  private var here: PageReply {
    let next = page.form["next"].map { [("next", $0)] } ?? []
    return .redirect(PageURL(path: ["account", "second-factor"], query: next).text)
  }

  private func refusing(_ sent: Sent, _ work: () async throws -> PageReply) async throws -> PageReply {
    do throws(any Error) {
      return try await work()
    } catch Procurement.Refusal.invalid(let errors) {
      return try await reply(sent, errors.map { problem($0, sent) }, status: 422)
    } catch Procurement.Refusal.stepUp {
      let sentence = page.language(SecondFactorText.proof)
      let label = page.language(AccountText.yourPassword)
      return try await reply(
        sent, [FormState.Problem(field: "password", sentence: sentence, label: label)], status: 422)
    } catch SignIn.Refusal.throttled(let wait) {
      let sentence = page.language(SignInText.wait(minutes: max(1, (wait + 59) / 60)))
      let field = sent == .first ? "code" : prefix(sent) + "password"
      let problem = FormState.Problem(field: field, sentence: sentence, label: nil)
      var reply = try await reply(sent, [problem], status: 429)
      reply.retryAfter = wait
      return reply
    } catch Procurement.Refusal.wrongState {
      // Done in another tab: the page shows how it stands.
      return here
    }
  }

  private func problem(_ error: FieldError, _ sent: Sent) -> FormState.Problem {
    let name = error.pointer == "/otp" ? "otp" : "password"
    let label =
      sent == .first
      ? page.language(SecondFactorText.code)
      : name == "otp" ? page.language(SecondFactorText.oneCode) : page.language(AccountText.yourPassword)
    return FormState.Problem(
      field: sent == .first ? "code" : prefix(sent) + name, sentence: page.language.pick(error.detail),
      label: label)
  }

  private func prefix(_ sent: Sent) -> String {
    switch sent {
    case .begin, .first: ""
    case .renew, .remove: sent.rawValue + "."
    }
  }

  private func form(_ form: Sent, _ sent: Sent?, _ problems: [FormState.Problem]) -> FormState {
    let next = page.form["next"] ?? page.asked("next") ?? ""
    var state = page.newForm(["next": next, "prefix": prefix(form)])
    if form == sent { state.problems = problems }
    return state
  }

  private func reply(
    _ sent: Sent? = nil, _ problems: [FormState.Problem] = [], status: Int = 200
  ) async throws -> PageReply {
    let actor = try page.actor
    let state = try await page.call.secondFactorState()
    let waiting = try state.waitingSeed(actor.userID, key: page.call.secondFactor.key)
    let standing: SecondFactorPage.Standing =
      if let waiting {
        .waiting(waiting, uri: try page.call.secondFactorURI(waiting), isMove: state.since != nil)
      } else if let since = state.since {
        .on(since: instant(since), recoveryCodes: state.recoveryCodes)
      } else {
        .off
      }
    let content = SecondFactorPage(
      language: page.language, standing: standing,
      isNeeded: page.services.needsSecondFactor(actor, in: page.call.tenant),
      asksForPassword: !actor.isFreshlyProved,
      wasRemoved: status == 200 && page.asked(PageCall.doneParameter) == "removed",
      begin: form(.begin, sent, problems), first: form(.first, sent, problems),
      renew: form(.renew, sent, problems), remove: form(.remove, sent, problems))
    return .page(page.language(SecondFactorText.title), content, status: status)
  }

  private func instant(_ instant: Date) -> String {
    page.language.instant(instant, in: page.zone ?? .universal)
  }
}

extension PageRoutes {
  /// The pages of one-time codes, on every host.
  static let secondFactor: [PageRoute] = [
    PageRoute(.get, "/sign-in/code") { TypingCode($0).show() },
    PageRoute(.post, "/sign-in/code") { try await TypingCode($0).attempt() },
    PageRoute(.get, "/account/second-factor") { try await KeepingSecondFactor($0).show() },
    PageRoute(.post, "/account/second-factor") { try await KeepingSecondFactor($0).begin() },
    PageRoute(.post, "/account/second-factor/confirm") { try await KeepingSecondFactor($0).confirm() },
    PageRoute(.post, "/account/second-factor/abandon") { try await KeepingSecondFactor($0).abandon() },
    PageRoute(.post, "/account/second-factor/renew") { try await KeepingSecondFactor($0).renew() },
    PageRoute(.post, "/account/second-factor/remove") { try await KeepingSecondFactor($0).remove() },
  ]

  /// Whether a page is open to somebody who has to set up one-time codes first.
  static func isOpenForSetUp(_ path: String) -> Bool {
    path.hasPrefix("/account/second-factor") || path.hasPrefix("/language/") || path.hasPrefix("/offline")
      || path == "/sign-out"
  }
}
