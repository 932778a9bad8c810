import AuditLog
import Authentication
import EOrderRules
package import Foundation
package import Postgres
import StrictJSON

/// Something that happens to a flag: its audit entry and its place in the history.
struct FlagFact {
  private let entry: AuditEntry
  /// Inserts the place in the history; the flag and the entry are there before.
  let event: SQL

  /// By the caller in the role that allows the transition, or by the service where nobody takes it.
  init(
    _ transition: FlagTransition, of flag: UUID, at position: Int, from: FlagState?, to: FlagState,
    reason: String? = nil, reasonCode: String? = nil, detail: [JSONMember] = [], by caller: Caller
  ) {
    let step = HistoryStep(
      kind: .flag, subject: flag, position: position, transition: transition.rawValue, from: from?.rawValue,
      to: to.rawValue, reason: reason, roles: transition.rule.bySystem ? [] : transition.rule.roles)
    entry = step.entry(
      caller, [JSONMember(name: "reasonCode", value: JSONValue(reasonCode))] + detail)
    event = step.event(entry, caller, adding: ("reason_code", "\(reasonCode)"))
  }

  /// Inserts the audit entry.
  var audit: SQL { entry.insertion }
}

/// One thing that happened to a flag.
package struct FlagEvent: RowDecodable, Sendable {
  package let at: Date
  package let by: String
  package let role: String
  package let transition: String
  package let from: String?
  package let to: String
  /// The question, the explanation, or why it was accepted or passed on.
  package let reason: String?
  package let reasonCode: String?

  package init(row: inout Row) throws {
    at = try row.next()
    by = try row.next()
    role = try row.next()
    transition = try row.next()
    from = try row.next(String?.self)
    to = try row.next()
    reason = try row.next(String?.self)
    reasonCode = try row.next(String?.self)
  }

  static func select(flag: UUID) -> SQL {
    """
    SELECT at, actor_name, role, transition, from_state, to_state, reason, reason_code FROM flag_event
    WHERE flag_id = \(flag) ORDER BY position
    """
  }

  var json: JSONValue {
    [
      "at": JSONValue(at), "by": .string(by), "role": .string(role), "transition": .string(transition),
      "from": JSONValue(from), "to": .string(to), "reason": JSONValue(reason),
      "reasonCode": JSONValue(reasonCode),
    ]
  }
}
