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
  /// Whether the service itself does it.
  var bySystem = false

  /// Both rows, by the caller in the role that allows the transition.
  func insertions(_ caller: Caller) -> [SQL] {
    let entry = entry(caller)
    return [entry.insertion, event(entry, caller)]
  }

  private var isSystem: Bool { bySystem || transition.rule.roles.isEmpty }

  private func role(_ caller: Caller) -> String {
    isSystem ? "system" : caller.actor.role(among: transition.rule.roles)?.rawValue ?? "none"
  }

  func entry(_ caller: Caller) -> AuditEntry {
    AuditEntry(
      at: caller.now, actor: isSystem ? "system" : caller.actor.userID.lowercased, role: role(caller),
      action: "need.\(transition.rawValue)", subjectType: "need", subjectID: need.lowercased,
      ruleVersion: caller.rulebook.version,
      detail: .object(
        [
          JSONMember(name: "from", value: JSONValue(from?.rawValue)),
          JSONMember(name: "to", value: .string(to.rawValue)),
          JSONMember(name: "reason", value: JSONValue(reason)),
        ] + detail))
  }

  func event(_ entry: AuditEntry, _ caller: Caller) -> SQL {
    let user: UUID? = isSystem ? nil : caller.actor.userID
    return """
      INSERT INTO need_event (id, need_id, position, at, user_id, actor_name, role, transition, from_state, to_state,
        reason, audit_id)
      VALUES (\(UUID.version7(at: caller.now)), \(need), \(position), \(caller.now), \(user),
        \(isSystem ? "e-Order" : caller.actor.name), \(role(caller)), \(transition.rawValue), \(from?.rawValue),
        \(to.rawValue), \(reason), \(entry.id))
      """
  }
}
