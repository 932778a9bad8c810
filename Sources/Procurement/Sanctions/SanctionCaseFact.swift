import AuditLog
import Authentication
import Foundation
import Postgres
import StrictJSON

/// A step of a case of sanction with its audit entry.
struct SanctionCaseFact {
  let entry: AuditEntry
  private let id: UUID
  private let transition: String
  private let state: SanctionCase.State
  private let reason: String?
  private let caller: Caller

  init(_ transition: String, of id: UUID, to state: SanctionCase.State, reason: String?, _ caller: Caller) {
    self.id = id
    self.transition = transition
    self.state = state
    self.reason = reason
    self.caller = caller
    entry = caller.author(SanctionCase.readers).entry(
      "sanction-case.\(transition)", subject: "sanction-case", id: id,
      detail: ["to": .string(state.rawValue), "reason": JSONValue(reason)])
  }

  var insertions: [SQL] {
    [
      entry.insertion,
      """
      INSERT INTO sanction_case_event (id, case_id, at, user_id, transition, to_state, reason, audit_id)
      VALUES (\(UUID.version7(at: caller.now)), \(id), \(caller.now), \(caller.actor.userID), \(transition),
        \(state.rawValue), \(reason), \(entry.id))
      """,
    ]
  }
}
