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

  private var step: HistoryStep {
    HistoryStep(
      kind: .need, subject: need, position: position, transition: transition.rawValue, from: from?.rawValue,
      to: to.rawValue, reason: reason, roles: bySystem ? [] : transition.rule.roles)
  }

  func entry(_ caller: Caller) -> AuditEntry { step.entry(caller, detail) }

  func event(_ entry: AuditEntry, _ caller: Caller) -> SQL { step.event(entry, caller) }
}
