import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// What leaves the straight way is told to those who have to answer it, or whom it stops: the other side, and the
/// budget owner who decides a dispute (domain.md §7.4).
extension OrderStep {
  var bendNotices: [SQL] {
    guard let kind = bend else { return [] }
    return bendAudience.map { audience in notice(kind, asks: asked.contains(audience)).insertion(to: audience)
    }
  }

  /// - Parameter asks: whether its reader is the one who has to answer.
  private func notice(_ kind: NoticeKind, asks: Bool) -> Notice {
    Notice(
      kind, about: .order(order.id),
      detail: [
        JSONMember(name: "number", value: JSONValue(order.number)),
        JSONMember(name: "vendorName", value: .string(order.vendorName)),
        JSONMember(name: "reason", value: JSONValue(body["reason"]?.text)),
        JSONMember(name: "accepted", value: body["accept"] ?? .null),
        JSONMember(name: "until", value: JSONValue(answerDue?.description)),
        JSONMember(name: "asks", value: .bool(asks)),
        JSONMember(name: "byVendor", value: .bool(side == .vendor)),
      ], buyer: order.unitID, at: caller.now)
  }

  private var asked: [Notice.Audience] { side == .vendor ? commitmentOfficer : [.vendor(order.vendorID)] }

  private var commitmentOfficer: [Notice.Audience] {
    order.officerID.map { [.holder($0, of: .commitmentOfficer)] } ?? []
  }

  private var bend: NoticeKind? {
    switch transition {
    case .terminate: completesTermination ? nil : .breachNoticed
    case .openDispute: .disputeOpened
    case .answerDispute: .disputeAnswered
    case .closeDispute: .disputeClosed
    case .amend: .amendmentProposed
    case .answerAmendment: .amendmentAnswered
    case .cancelMutual: completesCancellation ? .orderCancelled : .cancellationProposed
    case .hold: .orderHeld
    case .release: .orderReleased
    default: nil
    }
  }

  private var bendAudience: [Notice.Audience] {
    let vendor: [Notice.Audience] = [.vendor(order.vendorID)]
    let officer = commitmentOfficer
    let owner: [Notice.Audience] = [.role(.budgetOwner, unit: order.unitID)]
    return switch transition {
    case .openDispute, .answerDispute: (side == .vendor ? officer : vendor) + owner
    case .closeDispute, .hold, .release: vendor + officer
    default: asked
    }
  }

  /// The last day to answer, or of the hold; nil where nothing runs.
  private var answerDue: Day? {
    let deadlines = caller.rulebook.deadlines
    let days: Int? =
      switch transition {
      case .terminate: order.isFood ? nil : deadlines.cureWorkingDays
      case .openDispute: deadlines.answerWorkingDays
      case .answerDispute: deadlines.mediationWorkingDays
      case .amend: deadlines.amendmentWorkingDays
      case .hold: deadlines.holdWorkingDays
      default: nil
      }
    let calendar = caller.rulebook.calendar
    return days.map { calendar.day(of: calendar.deadline(workingDays: $0, after: caller.now)) }
  }
}
