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
    let step = HistoryStep(
      kind: .rules, subject: draft, position: position, transition: transition.rawValue, from: from?.rawValue,
      to: to.rawValue, reason: reason, roles: transition.rule.roles)
    let hash = JSONMember(name: "settings", value: .string(hexadecimal(settings.sha256)))
    let entry = step.entry(caller, [hash] + detail)
    return [entry.insertion, step.event(entry, caller)]
  }
}
