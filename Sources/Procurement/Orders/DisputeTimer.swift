import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// The time of a dispute is over: where nobody answered, mediation begins with the budget owner; where that is over too,
/// the budget owner and the auditor hear that the order still waits for a decision (domain.md §7.4, `open_dispute`).
struct DisputeTimer {
  let order: OrderRecord
  let dispute: OverlayRecord
  let now: Date

  private static let mediation = "mediatedFrom"
  /// Until when it should have been answered.
  static let answerDue = "answerDue"

  private var isMediated: Bool { dispute.detail["answer"] != nil || dispute.detail[Self.mediation] != nil }

  func statements(_ rulebook: Rulebook) -> [SQL] { isMediated ? undecided : unanswered(rulebook) }

  private func unanswered(_ rulebook: Rulebook) -> [SQL] {
    let due = rulebook.calendar.deadline(
      workingDays: rulebook.deadlines.mediationWorkingDays, after: now)
    let from: JSONValue = [Self.mediation: JSONValue(now), Self.answerDue: JSONValue(dispute.until ?? now)]
    let told = notice(.disputeUnanswered, until: rulebook.calendar.day(of: due))
    return [
      "UPDATE order_timer SET due_at = \(due) WHERE order_id = \(order.id) AND kind = 'dispute'",
      """
      UPDATE order_overlay SET until = \(due), detail = detail || \(JSONB(from.encoded)) WHERE id = \(dispute.id)
      """,
    ] + (parties + owner).map(told.insertion)
  }

  private var undecided: [SQL] {
    let told = notice(.disputeUndecided, until: nil)
    let auditor: [Notice.Audience] = [.role(.auditor, unit: nil)]
    return [
      "UPDATE order_timer SET fires = false WHERE order_id = \(order.id) AND kind = 'dispute'"
    ] + (owner + auditor).map(told.insertion)
  }

  private var parties: [Notice.Audience] {
    [.vendor(order.vendorID)] + (order.officerID.map { [.holder($0, of: .commitmentOfficer)] } ?? [])
  }

  private var owner: [Notice.Audience] { [.role(.budgetOwner, unit: order.unitID)] }

  private func notice(_ kind: NoticeKind, until: Day?) -> Notice {
    Notice(
      kind, about: .order(order.id),
      detail: [
        JSONMember(name: "number", value: JSONValue(order.number)),
        JSONMember(name: "vendorName", value: .string(order.vendorName)),
        JSONMember(name: "until", value: JSONValue(until?.description)),
      ], buyer: order.unitID, at: now)
  }
}
