import AuditLog
import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// Something that happens to a draft of the rules: its audit entry, its place in the history, its new state.
struct RuleDraftFact {
  let draft: UUID
  let position: Int
  let transition: RuleDraftTransition
  let from: RuleDraftState?
  let to: RuleDraftState
  /// The file of the draft, whose hash every entry tells.
  let settings: [UInt8]
  var reason: String?
  var detail: [JSONMember] = []

  /// A step of a draft that is there.
  init(_ draft: RuleDraftRow, _ transition: RuleDraftTransition, position: Int? = nil) {
    self.draft = draft.id
    self.position = position ?? draft.events
    self.transition = transition
    from = draft.state
    to = transition.rule.outcome(from: draft.state)
    settings = draft.settings
  }

  /// The beginning of one.
  init(new draft: UUID, settings: [UInt8]) {
    self.draft = draft
    position = 0
    transition = .create
    from = nil
    to = .draft
    self.settings = settings
  }

  func insertions(_ caller: Caller) -> [SQL] {
    let isSystem = transition.rule.roles.isEmpty
    let role = isSystem ? "system" : caller.actor.role(among: transition.rule.roles)?.rawValue ?? "none"
    let user: UUID? = isSystem ? nil : caller.actor.userID
    let entry = AuditEntry(
      at: caller.now, actor: isSystem ? "system" : caller.actor.userID.lowercased, role: role,
      action: "rules.\(transition.rawValue)", subjectType: "rule_draft", subjectID: draft.lowercased,
      ruleVersion: caller.rulebook.version,
      detail: .object(
        [
          JSONMember(name: "from", value: JSONValue(from?.rawValue)),
          JSONMember(name: "to", value: .string(to.rawValue)),
          JSONMember(name: "reason", value: JSONValue(reason)),
          JSONMember(name: "settings", value: .string(hexadecimal(settings.sha256))),
        ] + detail))
    return [
      entry.insertion,
      """
      INSERT INTO rule_draft_event (id, draft_id, position, at, user_id, actor_name, role, transition, from_state,
        to_state, reason, audit_id)
      VALUES (\(UUID.version7(at: caller.now)), \(draft), \(position), \(caller.now), \(user),
        \(isSystem ? "e-Order" : caller.actor.name), \(role), \(transition.rawValue), \(from?.rawValue),
        \(to.rawValue), \(reason), \(entry.id))
      """,
    ]
  }
}
