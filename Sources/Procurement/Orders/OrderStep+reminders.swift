import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderStep {
  /// What waits is left behind with the state; what the next state waits for begins.
  func reminderStatements() throws -> [SQL] {
    guard part == nil, nextState != order.state else { return [] }
    var facts = TimerFacts(instant: caller.now, isFood: order.isFood)
    facts.categories = Set(situation.lines.map(\.category))
    facts.isReissue = transition == .reissue
    facts.isReplacement = transition == .inspectReject
    var statements: [SQL] = []
    if OrderReminder.allCases.contains(where: { $0.state == order.state }) {
      let kinds = SQLArray(OrderReminder.allCases.map(\.rawValue))
      statements.append("DELETE FROM order_timer WHERE order_id = \(order.id) AND kind = ANY (\(kinds))")
    }
    let rulebook = try caller.rulebook.of(unit: order.unitPath)
    return statements + nextState.reminderInsertions(order: order.id, facts, rulebook)
  }
}

extension OrderState {
  func reminderInsertions(order: UUID, _ facts: TimerFacts, _ rulebook: Rulebook) -> [SQL] {
    reminders(facts, rulebook).map { reminder, due in
      """
      INSERT INTO order_timer (order_id, kind, due_at, fires)
      VALUES (\(order), \(reminder.rawValue), \(due), true)
      ON CONFLICT (order_id, kind) DO UPDATE SET due_at = excluded.due_at, fires = excluded.fires,
        working_days_left = NULL
      """
    }
  }
}

extension OrderReminder {
  /// The statements that remind: whose turn it is, and above them who has to know.
  func notices(of order: OrderRecord, at now: Date) -> [SQL] {
    guard order.state == state else { return [] }
    let told = Notice(
      notice, about: .order(order.id),
      detail: [
        JSONMember(name: "number", value: JSONValue(order.number)),
        JSONMember(name: "vendorName", value: .string(order.vendorName)),
      ], at: now)
    return audience(order).map(told.insertion)
  }

  private var notice: NoticeKind {
    switch self {
    case .approval: .approvalReminder
    case .escalation: .approvalEscalated
    case .acceptanceHalf, .acceptanceLate: .acceptanceReminder
    case .invoice: .invoiceReminder
    case .inspection: .inspectionOverdue
    case .replacement: .replacementOverdue
    case .deemedReview: .deemedReview
    }
  }

  private func audience(_ order: OrderRecord) -> [Notice.Audience] {
    let officer: [Notice.Audience] = order.officerID.map { [.user($0)] } ?? []
    return switch self {
    case .approval: officer
    case .escalation: officer + [.role(.budgetOwner, unit: order.unitID)]
    case .acceptanceHalf, .acceptanceLate, .invoice: [.vendor(order.vendorID)]
    case .inspection:
      officer
        + [.role(.technicalOfficer, unit: order.unitID), .role(.budgetOwner, unit: order.unitID)]
    case .replacement: officer + [.vendor(order.vendorID)]
    case .deemedReview: officer + [.role(.auditor, unit: nil), .role(.budgetOwner, unit: order.unitID)]
    }
  }
}
