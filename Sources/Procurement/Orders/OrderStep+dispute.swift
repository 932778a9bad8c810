import Authentication
package import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// How a dispute ends (domain.md §7.4).
package enum DisputeOutcome: String, Sendable, CaseIterable {
  /// The vendor is paid what was accepted.
  case pay
  /// The budget owner finds that a part is due and names it: the order is worth no more, and taxes, commitment and
  /// payment follow.
  case part
  /// The vendor delivers again what was not good.
  case redo
  /// The order ends with what was handed over.
  case end

  /// The state to which the outcome takes an order; where it has gone too far for that, it stays.
  func state(from state: OrderState) -> OrderState {
    switch (self, state) {
    case (.redo, .delivered): .inFulfilment
    // What was verified or asked for was another amount.
    case (.part, .verifiedForPayment), (.part, .paymentRequested), (.part, .paymentApproved): .invoiced
    case (.end, .accepted), (.end, .inFulfilment), (.end, .delivered): .terminated
    default: state
    }
  }

  /// Whether the outcome can have an effect in that state: nothing is delivered anew before it was delivered or after
  /// it was accepted, and what was handed over in full is not ended any more.
  package func isOpen(in state: OrderState) -> Bool {
    switch self {
    case .pay, .part: true
    case .redo: [.inFulfilment, .delivered].contains(state)
    case .end: state.isBeforeHandover
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
    let subject = body["subject"]?.text.flatMap(ComplaintSubject.init)
    if let subject, !subject.isOpen(to: side) {
      throw Refusal.invalid([FieldError("/subject", .notOneOf)])
    }
    lay(
      .disputeOpen, until: due,
      detail: ["amount": JSONValue(body["amount"]?.int64), "subject": JSONValue(subject?.rawValue)])
  }

  /// The other side's answer; then there is time to mediate.
  mutating func answerDispute() throws {
    guard situation.overlays[.disputeOpen]?.detail["answer"] == nil else {
      throw Refusal.conflict(code: "already_answered", pointer: nil)
    }
    let due = caller.rulebook.calendar.deadline(
      workingDays: caller.rulebook.deadlines.mediationWorkingDays, after: caller.now)
    let members = [
      JSONMember(name: "answer", value: JSONValue(body["text"]?.text)),
      JSONMember(name: "answeredBy", value: .string(name)),
      JSONMember(name: "answeredAt", value: JSONValue(caller.now)),
    ]
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
    guard outcome.isOpen(in: order.state) else { throw Refusal.invalid([Self.withoutEffect(outcome)]) }
    var effect: [JSONMember] = []
    if outcome == .part { effect = try await settle(on: Rupiah(body["amount"]?.int64 ?? 0), transaction) }
    if liftsFinding { effect = try await liftFinding(transaction) }
    let state = nextState
    effect += [
      JSONMember(name: "state", value: .string(state.rawValue)),
      JSONMember(name: "heard", value: .bool(isHeard)),
    ]
    end(
      .disputeOpen,
      adding: [
        JSONMember(name: "outcome", value: .string(outcome.rawValue)),
        JSONMember(name: "outcomeAmount", value: JSONValue(body["amount"]?.int64)),
        JSONMember(name: "decision", value: JSONValue(body["text"]?.text)),
        JSONMember(name: "decidedBy", value: .string(name)),
        JSONMember(name: "effect", value: .object(effect)),
      ])
    try moveDeadlines(outcome, to: state)
    guard state == .terminated else { return }
    try await fixHandedOver(transaction)
  }

  /// Whether the other side has answered, or has let its time to answer pass (domain.md §7.4, `open_dispute`): who
  /// decides before that is not kept from it, and everybody sees that the other side was not heard.
  private var isHeard: Bool {
    guard let dispute = situation.overlays[.disputeOpen], dispute.detail["answer"] == nil else { return true }
    return dispute.until.map { $0 <= caller.now } ?? true
  }

  /// The outcomes, told where one was chosen that does nothing here.
  private static func withoutEffect(_ outcome: DisputeOutcome) -> FieldError {
    FieldError(
      "/outcome", .notOneOf,
      detail: outcome == .redo
        ? Bilingual(
          id: "Kirim ulang hanya mungkin selama barang dikirim atau diperiksa; pilih pay atau part.",
          en: "Delivering anew is possible only while goods are delivered or inspected; choose pay or part.")
        : Bilingual(
          id: "Pesanan yang sudah diserahterimakan seluruhnya tidak dapat diakhiri; pilih pay atau part.",
          en: "An order that was handed over in full cannot be ended; choose pay or part."))
  }

  /// Who delivers anew is inspected anew; what is to be paid as delivered still has to be signed; what is due in part
  /// is verified anew.
  private mutating func moveDeadlines(_ outcome: DisputeOutcome, to state: OrderState) throws {
    let (calendar, timers) = (caller.rulebook.calendar, try caller.rulebook.of(unit: order.unitPath).timers)
    switch (outcome, order.state) {
    case (.redo, .delivered):
      extra.append("DELETE FROM order_timer WHERE order_id = \(order.id) AND kind = 'inspect'")
    case (.pay, .delivered):
      let due = calendar.deadline(workingDays: timers.inspectWorkingDays, after: caller.now)
      extra.append(TimerChange.start(.inspect, due: due).statement(order: order.id))
    case _ where state == .invoiced && order.state != .invoiced:
      changes.append("requested_person = NULL, approved_person = NULL")
      let due = calendar.deadline(workingDays: timers.verifyWorkingDays, after: caller.now)
      extra.append(TimerChange.start(.verify, due: due).statement(order: order.id))
    default: break
    }
  }
}
