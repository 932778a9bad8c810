package import FoundationEssentials

/// What people are reminded of while an order waits for them; the raw values are those of the database.
package enum OrderReminder: String, Sendable, CaseIterable {
  /// The commitment officer has not answered a submission.
  case approval = "remind_submitted"
  /// Nor has it still: the budget owner hears of it.
  case escalation = "escalate_submitted"
  /// Half, then four fifths of the vendor's time to accept are over.
  case acceptanceHalf = "remind_accept_half"
  case acceptanceLate = "remind_accept_late"
  /// The vendor has not billed what was handed over.
  case invoice = "remind_invoice"
  /// Nobody has signed the inspection in time.
  case inspection = "remind_inspect"
  /// The vendor has not delivered anew what was refused.
  case replacement = "remind_replace"
  /// Nobody has signed the inspection for so long that the auditor looks at it. Nothing is signed by itself: state
  /// money is paid on a signed handover only.
  case deemedReview = "deemed_review"

  /// The state in which it means something.
  package var state: OrderState {
    switch self {
    case .approval, .escalation: .submitted
    case .acceptanceHalf, .acceptanceLate: .issued
    case .invoice: .handedOver
    case .inspection, .deemedReview: .delivered
    case .replacement: .inFulfilment
    }
  }
}

extension OrderState {
  /// What an order that comes into this state reminds of, and when (domain.md §7.4).
  package func reminders(_ facts: TimerFacts, _ rulebook: Rulebook) -> [OrderReminder: Date] {
    let calendar = rulebook.calendar
    func wd(_ days: Int) -> Date { calendar.deadline(workingDays: days, after: facts.instant) }
    switch self {
    case .submitted:
      return [
        .approval: wd(rulebook.deadlines.reminderWorkingDays),
        .escalation: wd(rulebook.deadlines.escalationWorkingDays),
      ]
    case .issued:
      let hours = rulebook.acceptHours(facts)
      let span = Int64(hours) * 3600
      func share(_ tenths: Int64) -> Date { facts.instant.adding(seconds: span * tenths / 10) }
      return [.acceptanceHalf: share(5), .acceptanceLate: share(8)]
    case .handedOver: return [.invoice: wd(rulebook.timers.invoiceWorkingDays)]
    case .delivered:
      return [
        .inspection: wd(facts.isFood ? 0 : rulebook.timers.inspectWorkingDays),
        .deemedReview: wd(rulebook.deadlines.reviewWorkingDays),
      ]
    case .inFulfilment:
      guard facts.isReplacement, let days = rulebook.deadlines.replacementWorkingDays else { return [:] }
      return [.replacement: wd(days)]
    default: return [:]
    }
  }
}
