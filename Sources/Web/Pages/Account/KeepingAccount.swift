import Authentication
import EOrderRules
import Foundation
import HTML
import Postgres
import Procurement
import StrictJSON

/// Somebody looks after the own account: address, password, and links that prove the address.
struct KeepingAccount {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() throws -> PageReply {
    try reply(address: page.newForm(), password: page.newForm())
  }

  /// Whether the code is asked for besides the password: where there is one, and the session's proof is old.
  private func asksForCode(_ actor: Actor) -> Bool { actor.hasSecondFactor && !actor.isFreshlyProved }

  func changeEmail() async throws -> PageReply {
    let caller = try page.caller
    let (body, errors) = ChangeEmail.shape.validate([
      "email": .string((page.form["email"] ?? "").trimmingCharacters(in: .whitespaces)),
      "password": .string(page.form["password"] ?? ""),
    ])
    guard errors.isEmpty else { return try refusedAddress(errors) }
    let change = ChangeEmail(body: body)
    return try await refusing(refusedAddress, field: "email") {
      let proved = try await proved(caller, password: body["password"]?.text ?? "")
      _ = try await page.call.telling {
        try await page.call.withTenant { try await change(proved, hasher: page.services.hasher, $0) }
      }
      return done(.sent)
    }
  }

  private func proved(_ caller: Caller, password: String) async throws -> Caller {
    guard asksForCode(caller.actor) else { return caller }
    try await page.call.proving(password: password, otp: page.form["otp"]) { _ in }
    return caller.freshlyProved
  }

  func changePassword() async throws -> PageReply {
    let caller = try page.caller
    let (body, errors) = ChangePassword.shape.validate([
      "current": .string(page.form["current"] ?? ""), "password": .string(page.form["new"] ?? ""),
    ])
    guard errors.isEmpty else { return try refusedPassword(errors) }
    let change = ChangePassword(body: body)
    return try await refusing(refusedPassword, field: "current") {
      _ = try await page.call.withTenant {
        try await change(caller, policy: page.call.passwords, hasher: page.services.hasher, $0)
      }
      return done(.password)
    }
  }

  /// Nothing to prove is as good as proved.
  func sendProof() async throws -> PageReply {
    let caller = try page.caller
    return try await refusing(refusedAddress, field: "email") {
      do {
        _ = try await page.call.withTenant { try await SendEmailProof()(caller, Write(), $0) }
      } catch Procurement.Refusal.wrongState {
        return done(.proved)
      }
      return done(.sent)
    }
  }

  private func done(_ what: AccountDone) -> PageReply {
    .redirect(PageURL(path: ["account"], query: [(PageCall.doneParameter, what.rawValue)]).text)
  }

  private func refusing(
    _ refused: ([FieldError]) throws -> PageReply, field: String, _ work: () async throws -> PageReply
  ) async throws -> PageReply {
    do throws(any Error) {
      return try await work()
    } catch Procurement.Refusal.invalid(let errors) {
      return try refused(errors)
    } catch Procurement.Refusal.alreadyRegistered(let errors) {
      return try refused(errors)
    } catch SignIn.Refusal.throttled(let wait) {
      var form = page.newForm()
      let sentence = page.language(SignInText.wait(minutes: max(1, (wait + 59) / 60)))
      form.problems = [FormState.Problem(field: field, sentence: sentence, label: nil)]
      return try reply(address: form, password: page.newForm(), status: 429)
    }
  }

  private func refusedAddress(_ errors: [FieldError]) throws -> PageReply {
    var form = page.sentForm(problems: errors) { name -> any Phrase in
      switch name {
      case "password": AccountText.yourPassword
      case "otp": SecondFactorText.oneCode
      default: AccountText.newAddress
      }
    }
    form.values = ["email": page.form["email"] ?? ""]
    return try reply(address: form, password: page.newForm(), status: 422)
  }

  private func refusedPassword(_ errors: [FieldError]) throws -> PageReply {
    var form = page.newForm()
    form.problems = errors.map {
      let isCurrent = $0.pointer == "/current"
      return FormState.Problem(
        field: isCurrent ? "current" : "new", sentence: page.language.pick($0.detail),
        label: page.language(isCurrent ? AccountText.currentPassword : .newPassword))
    }
    return try reply(address: page.newForm(), password: form, status: 422)
  }

  private func reply(address: FormState, password: FormState, status: Int = 200) throws -> PageReply {
    let actor = try page.actor
    let content = AccountPage(
      language: page.language, email: actor.email, isProved: actor.hasProvedEmail,
      done: status == 200 ? page.asked(PageCall.doneParameter).flatMap(AccountDone.init) : nil,
      address: address, password: password, asksForCode: asksForCode(actor),
      hasSecondFactor: actor.hasSecondFactor)
    return .page(page.language(AccountText.title), content, status: status)
  }
}
