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

  private var step: HistoryStep {
    HistoryStep(
      kind: .offer, subject: offer, position: position, transition: transition.rawValue, from: from?.rawValue,
      to: to.rawValue, reason: reason, roles: bySystem ? [] : transition.rule.roles)
  }

  func entry(_ caller: Caller) -> AuditEntry {
    step.entry(caller, [JSONMember(name: "unitPrice", value: JSONValue(unitPrice?.amount))] + detail)
  }

  func event(_ entry: AuditEntry, _ caller: Caller) -> SQL {
    step.event(entry, caller, adding: ("unit_price", "\(unitPrice)"))
  }
}
