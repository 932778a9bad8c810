import AuditLog
import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// Something that happens to a need: its audit entry and its place in the history.
struct NeedFact {
  let need: UUID
  let position: Int
  let transition: NeedTransition
  let from: NeedState?
  let to: NeedState
  var reason: String?
  var detail: [JSONMember] = []

  /// Both rows, by the caller in the role that allows the transition.
  func insertions(_ caller: Caller) -> [SQL] {
    let isSystem = transition.rule.roles.isEmpty
    let role = isSystem ? "system" : caller.actor.role(among: transition.rule.roles)?.rawValue ?? "none"
    let user: UUID? = isSystem ? nil : caller.actor.userID
    let entry = AuditEntry(
      at: caller.now, actor: isSystem ? "system" : caller.actor.userID.lowercased, role: role,
      action: "need.\(transition.rawValue)", subjectType: "need", subjectID: need.lowercased,
      ruleVersion: caller.rulebook.version,
      detail: .object(
        [
          JSONMember(name: "from", value: JSONValue(from?.rawValue)),
          JSONMember(name: "to", value: .string(to.rawValue)),
          JSONMember(name: "reason", value: JSONValue(reason)),
        ] + detail))
    return [
      entry.insertion,
      """
      INSERT INTO need_event (id, need_id, position, at, user_id, actor_name, role, transition, from_state, to_state,
        reason, audit_id)
      VALUES (\(UUID.version7(at: caller.now)), \(need), \(position), \(caller.now), \(user),
        \(isSystem ? "e-Order" : caller.actor.name), \(role), \(transition.rawValue), \(from?.rawValue),
        \(to.rawValue), \(reason), \(entry.id))
      """,
    ]
  }
}
