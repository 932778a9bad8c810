import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// An order in which the vendor is waited for.
struct WaitingOrder: Sendable {
  let view: OrderView
  /// What is to be done.
  let step: OrderTransition
  let dueAt: Date?
  /// What is over then.
  let timer: OrderTimer?

  /// Nil where nobody waits for this person.
  init?(_ view: OrderView, _ caller: Caller) {
    let open = view.transitions(of: caller.actor)
    let answers: [OrderTransition] = [.answerAmendment, .answerDispute]
    let step = open.first { answers.contains($0) } ?? open.first { $0.isForward }
    guard let step else { return nil }
    self.view = view
    self.step = step
    let kinds: [OrderTimer] =
      switch step {
      case .accept: [.accept]
      case .invoice: [.invoice]
      case .answerDispute, .answerAmendment: []
      default: [.cure, .replace]
      }
    let running = view.deadlines.filter { $0.workingDaysLeft == nil }
    let next = running.first { deadline in kinds.contains { $0.rawValue == deadline.kind } }
    timer = next.flatMap { OrderTimer(rawValue: $0.kind) }
    // Once the time to answer is over, what runs is the time of whoever decides.
    let dispute = view.overlays[.disputeOpen]
    dueAt =
      switch step {
      case .answerDispute: dispute?.answerDue ?? dispute?.until
      case .answerAmendment: view.overlays[.amendmentPending]?.until
      default: next?.dueAt
      }
  }

  /// What the day of the deadline is called.
  var deadline: OrderText {
    switch step {
    case .answerDispute: .answerBy
    case .answerAmendment: .answerBy
    default: timer.map { .timer($0) } ?? .timers
    }
  }

  func precedes(_ other: WaitingOrder) -> Bool {
    (dueAt ?? .distantFuture, view.order.terms.deliverBy) < (
      other.dueAt ?? .distantFuture, other.view.order.terms.deliverBy
    )
  }
}
