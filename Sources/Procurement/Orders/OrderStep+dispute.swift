import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// How a dispute ends (domain.md §7.4).
package enum DisputeOutcome: String, Sendable, CaseIterable {
  /// The vendor is paid what was accepted.
  case pay
  /// The budget owner finds that a part is due and names it. The finding is recorded; what is paid is still what was
  /// accepted.
  case part
  /// The vendor delivers again what was not good.
  case redo
  /// The order ends with what was handed over.
  case end

  /// The state to which the outcome takes an order; where it has gone too far for that, it stays.
  func state(from state: OrderState) -> OrderState {
    switch (self, state) {
    case (.redo, .delivered): .inFulfilment
    case (.end, .accepted), (.end, .inFulfilment), (.end, .delivered): .terminated
    default: state
    }
  }
}

extension OrderStep {
  mutating func openDispute() throws {
    if let amount = body["amount"]?.int64, amount > order.money.gross.amount {
      throw Refusal.invalid([FieldError("/amount", .tooLarge, bound: "\(order.money.gross.amount)")])
    }
    let due = caller.rulebook.calendar.deadline(
      workingDays: caller.rulebook.deadlines.answerWorkingDays, after: caller.now)
    lay(.disputeOpen, until: due, detail: ["amount": JSONValue(body["amount"]?.int64)])
  }

  /// The other side's answer; then there is time to mediate.
  mutating func answerDispute() throws {
    guard situation.overlays[.disputeOpen]?.detail["answer"] == nil else {
      throw Refusal.conflict(code: "already_answered", pointer: nil)
    }
    let due = caller.rulebook.calendar.deadline(
      workingDays: caller.rulebook.deadlines.mediationWorkingDays, after: caller.now)
    let members = [JSONMember(name: "answer", value: JSONValue(body["text"]?.text))]
    extra.append(
      """
      UPDATE order_overlay SET until = \(due), detail = detail || \(JSONB(JSONValue.object(members).encoded))
      WHERE order_id = \(order.id) AND kind = 'dispute_open' AND ended_at IS NULL
      """)
    detail += members
  }

  var disputeOutcome: DisputeOutcome? { body["outcome"]?.text.flatMap(DisputeOutcome.init) }

  /// The budget owner's decision, and what it does to the order.
  mutating func closeDispute(_ transaction: borrowing Transaction) async throws {
    guard let outcome = disputeOutcome else { return }
    if let amount = body["amount"]?.int64, amount > order.money.gross.amount {
      throw Refusal.invalid([FieldError("/amount", .tooLarge, bound: "\(order.money.gross.amount)")])
    }
    end(
      .disputeOpen,
      adding: [
        JSONMember(name: "outcome", value: .string(outcome.rawValue)),
        JSONMember(name: "outcomeAmount", value: JSONValue(body["amount"]?.int64)),
        JSONMember(name: "decision", value: JSONValue(body["text"]?.text)),
      ])
    let state = outcome.state(from: order.state)
    if state == .inFulfilment, order.state == .delivered {
      extra.append("DELETE FROM order_timer WHERE order_id = \(order.id) AND kind = 'inspect'")
    }
    guard state == .terminated else { return }
    try await fixHandedOver(transaction)
  }
}
