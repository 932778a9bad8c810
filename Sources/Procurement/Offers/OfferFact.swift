import AuditLog
import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// Something that happens to an offer: its audit entry and its place in the history.
struct OfferFact {
  let offer: UUID
  let position: Int
  let transition: OfferTransition
  let from: OfferState?
  let to: OfferState
  var reason: String?
  var unitPrice: Rupiah?
  /// Whether the service itself does it.
  var bySystem = false
  var detail: [JSONMember] = []

  /// Both rows.
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
      action: "offer.\(transition.rawValue)", subjectType: "offer", subjectID: offer.lowercased,
      ruleVersion: caller.rulebook.version,
      detail: .object(
        [
          JSONMember(name: "from", value: JSONValue(from?.rawValue)),
          JSONMember(name: "to", value: .string(to.rawValue)),
          JSONMember(name: "reason", value: JSONValue(reason)),
          JSONMember(name: "unitPrice", value: JSONValue(unitPrice?.amount)),
        ] + detail))
  }

  func event(_ entry: AuditEntry, _ caller: Caller) -> SQL {
    let user: UUID? = isSystem ? nil : caller.actor.userID
    return """
      INSERT INTO offer_event (id, offer_id, position, at, user_id, actor_name, role, transition, from_state, to_state,
        reason, unit_price, audit_id)
      VALUES (\(UUID.version7(at: caller.now)), \(offer), \(position), \(caller.now), \(user),
        \(isSystem ? "e-Order" : caller.actor.name), \(role(caller)), \(transition.rawValue), \(from?.rawValue),
        \(to.rawValue), \(reason), \(unitPrice), \(entry.id))
      """
  }
}
