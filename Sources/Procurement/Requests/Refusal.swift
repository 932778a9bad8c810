package import EOrderRules
package import Foundation
package import StrictJSON

/// Why a request is not carried out, in the order in which requests are checked (api.md §2).
package enum Refusal: Error, Sendable {
  /// The object is unknown, or not the caller's to see.
  case notFound
  case forbidden
  /// It has to be proved again who acts.
  case stepUp
  /// What is wrong with the request, all at once.
  case invalid([FieldError])
  /// The same key came before with another body.
  case idempotencyMismatch
  case preconditionFailed
  case wrongState(String)
  case separationOfDuties(DutyConflict)
  /// Whoever wrote a draft of the rules may not approve it.
  case ownDraft
  /// Whoever had a hand in an order may not judge what is held against it, nor decide a dispute of one's own.
  case ownOrder
  case rulesViolated(Decision)
  case justificationRequired(Decision)
  /// Another row already has these values: 409 `already_registered`, each with its pointer.
  case alreadyRegistered([FieldError])
  /// Something has to be waited for, or explained by a reason; the time is nil where none is known.
  case waiting(code: String, until: Date?)
  /// Another row already has this value.
  case conflict(code: String, pointer: String?)
}
