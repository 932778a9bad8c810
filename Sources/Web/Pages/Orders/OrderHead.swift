import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// Where an order stands, whose turn it is and until when.
struct OrderHead: Component {
  let page: OrderPage

  private var language: Language { page.language }

  func write(to h: Hypertext) {
    h.div(.class("row standing")) {
      h.put(Badge(page.view.order.state, in: language))
      h.span(turn, .class("turn"))
    }
    guard !page.view.deadlines.isEmpty else { return }
    h.dl(.class("timers")) {
      for deadline in page.view.deadlines {
        h.div(.data(.tone, tone(deadline).rawValue)) {
          h.dt(OrderTimer(rawValue: deadline.kind).map { language(OrderText.timer($0)) } ?? deadline.kind)
          h.dd { moment(deadline, h) }
        }
      }
    }
  }

  private var isHeld: Bool { page.view.overlays.contains { $0.kind == .hold } }

  private var turn: String {
    let open = page.steps.map(\.step.transition)
    guard !isHeld else {
      return language(open.contains(.release) ? OrderTurnText.mayRelease : OrderTurnText.held)
    }
    let turn = OrderTurn(view: page.view, roles: page.viewer.roles)
    if open.contains(where: turn.expects) { return language(OrderText.waitsForYou) }
    let holders = turn.holders
    guard holders.isEmpty else {
      return language(OrderText.waitsFor(holders.map { language($0) }.joined(separator: ", ")))
    }
    return language(page.offersNothing ? OrderText.waitsForNobody : .youMayAdd)
  }

  /// The time of whoever cannot act is given back when the hold ends.
  private func standsStill(_ deadline: OrderDeadline) -> Bool {
    guard isHeld, let timer = OrderTimer(rawValue: deadline.kind) else { return false }
    return timer == .accept || timer == .cure || timer == .replace
  }

  private func moment(_ deadline: OrderDeadline, _ h: Hypertext) {
    if let days = deadline.workingDaysLeft { return h.text(language(OrderText.paused(workingDays: days))) }
    if standsStill(deadline) { return h.text(language(OrderTurnText.stopped)) }
    h.time(RFC3339.text(deadline.dueAt), language.due(deadline.dueAt, in: page.zone))
    h.text(" ")
    h.span("(\(language(OrderText.left(left(deadline)))))", .class("remaining"))
  }

  private func left(_ deadline: OrderDeadline) -> TimeLeft {
    let seconds = deadline.dueAt.timeIntervalSince(page.now)
    let hours = Int(seconds.magnitude / 3600)
    return TimeLeft(isOver: seconds < 0, days: hours / 24, hours: hours % 24)
  }

  /// Less than a day is worth a warning.
  private func tone(_ deadline: OrderDeadline) -> Tone {
    guard deadline.workingDaysLeft == nil, !standsStill(deadline) else { return .neutral }
    let seconds = deadline.dueAt.timeIntervalSince(page.now)
    return seconds < 0 ? .bad : seconds < 86_400 ? .warn : .info
  }
}

/// The forms of the steps: the expected ones open, the others folded.
struct StepsPart: Component {
  let language: Language
  let steps: [StepFormPiece]
  /// Whether there is a form besides the steps, or the order is over.
  let isEmptyByRight: Bool

  func write(to h: Hypertext) {
    let (folded, unfolded) = (steps.filter(\.isFolded), steps.filter { !$0.isFolded })
    // Somebody waits for the answer; the order itself goes on afterwards.
    let open =
      unfolded.filter { $0.step.transition.answers != nil }
      + unfolded.filter { $0.step.transition.answers == nil }
    if !open.isEmpty {
      h.section(.class("steps")) {
        h.h2(language(StepText.nextStep))
        for step in open { h.put(step) }
      }
    }
    if !folded.isEmpty {
      h.section(.class("steps")) {
        h.h2(language(open.isEmpty ? StepText.nextStep : .otherSteps))
        for step in folded { h.put(step) }
      }
    }
    if steps.isEmpty, !isEmptyByRight { h.p(language(StepText.noStep), .class("quiet")) }
  }
}
