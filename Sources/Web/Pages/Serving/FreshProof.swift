import Authentication
import Foundation
import HTML
import Procurement
import StrictJSON

/// The fields by which somebody shows once more who it is, on a form that changes what needs it: they are asked for where
/// the session's own proof is old, so that nothing that was typed is lost on the way.
struct FreshProof {
  /// The member of the form's body that holds what was typed.
  static let member = "proof"

  private let page: PageCall
  private let action: String
  private let isAsked: Bool

  init(_ page: PageCall, action: String, isNeeded: Bool) {
    self.page = page
    self.action = action
    isAsked = isNeeded && page.call.actor?.isFreshlyProved == false
  }

  func added(to form: ActionForm) -> ActionForm {
    guard isAsked else { return form }
    var fields = [
      ActionForm.Field(
        name: "\(Self.member).password", label: page.language(AccountText.yourPassword),
        hint: page.language(SecondFactorText.proof), kind: .password, maxLength: 1024,
        autocomplete: "current-password")
    ]
    if page.call.actor?.hasSecondFactor == true {
      fields.append(
        ActionForm.Field(
          name: "\(Self.member).otp", label: page.language(SecondFactorText.oneCode),
          hint: page.language(SecondFactorText.codeOrRecovery), maxLength: 40, autocomplete: "one-time-code"))
    }
    return ActionForm(action: form.action, fields: form.fields + fields, fixed: form.fixed)
  }

  /// What was left out.
  var missing: [FieldError] {
    isAsked && typed("password") == nil ? [FieldError("/\(Self.member)/password", .required)] : []
  }

  /// The caller, who has shown it now.
  /// - Throws: `Refusal.invalid` at the fields; `SignIn.Refusal.throttled`.
  func proved(_ caller: Caller) async throws -> Caller {
    guard isAsked else { return caller }
    guard missing.isEmpty else { throw Procurement.Refusal.invalid(missing) }
    do {
      try await page.call.proving(password: typed("password") ?? "", otp: typed("otp")) { _ in }
    } catch Procurement.Refusal.invalid(let errors) {
      throw Procurement.Refusal.invalid(
        errors.map { FieldError("/\(Self.member)\($0.pointer)", $0.code, detail: $0.detail) })
    }
    return caller.freshlyProved
  }

  private func typed(_ name: String) -> String? { page.form.filled("\(action).\(Self.member).\(name)") }
}

extension Caller {
  /// The same caller, after a password and a code that came with the request itself.
  var freshlyProved: Caller {
    var actor = actor
    actor.isFreshlyProved = true
    return Caller(tenant: tenant, actor: actor, now: now)
  }
}
