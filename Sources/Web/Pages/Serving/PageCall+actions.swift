import Authentication
import Crypto
import EOrderRules
import Foundation
import Procurement
import StrictJSON

extension PageCall {
  /// The write of a form: the same sending counts once, and only on the version that was shown.
  func write(_ body: JSONValue, _ caller: Caller) -> Write {
    let idempotency = form.filled(HiddenFields.keyField).flatMap { key in
      key.utf8.count > 255
        ? nil
        : IdempotentRequest(
          owner: caller.actor.userID.uuidString.lowercased(), route: "POST \(target)", key: key,
          bodyHash: Array(SHA256.hash(data: body.canonical)), now: caller.now)
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
    case .preconditionFailed: return (412, [], language(StepText.changed))
    case .rulesViolated(let decision):
      return (422, [], decision.violations.map { language($0.message) }.joined(separator: " "))
    default: return (problem.status, [], language.pick(ProblemText.of(problem.code).detail))
    }
  }
}
