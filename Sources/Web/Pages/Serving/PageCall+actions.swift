import Authentication
import Crypto
import EOrderRules
import Foundation
import Procurement
import StrictJSON

extension PageCall {
  /// The write of a form: the same sending counts once, and only on the version that was shown.
  func write(_ body: JSONValue, _ caller: Caller) -> Write { write(body) }

  /// The write of a form of somebody who is signed in.
  func write(_ body: JSONValue) -> Write {
    let owner = call.actor?.userID.uuidString.lowercased() ?? "anonymous"
    let idempotency = form.filled(HiddenFields.keyField).flatMap { key in
      key.utf8.count > 255
        ? nil
        : IdempotentRequest(
          owner: owner, route: "POST \(target)", key: key,
          bodyHash: Array(SHA256.hash(data: body.canonical)), now: call.now)
    }
    return Write(
      idempotency: idempotency, expectedVersions: form.filled(StepFormPiece.versionField).map { [$0] })
  }

  /// Why a form's request was refused: at its fields, or in a sentence.
  /// - Throws: a problem that is no matter of the form.
  func refused(
    _ refusal: Procurement.Refusal, _ form: ActionForm
  ) throws -> (status: Int, problems: [FormState.Problem], message: String?) {
    let problem = Problem(refusal)
    if problem.status == 404 { throw problem }
    switch refusal {
    case .invalid(let errors): return (422, form.problems(errors, language), nil)
    case .alreadyRegistered(let errors): return (409, form.problems(errors, language), nil)
    case .preconditionFailed: return (412, [], language(StepText.changed))
    case .rulesViolated(let decision):
      return (422, [], decision.violations.map { language($0.message) }.joined(separator: " "))
    default: return (problem.status, [], language.pick(ProblemText.of(problem.code).detail))
    }
  }
}
