extension OrderTransition {
  /// What the transition does to the order's deadlines.
  package func timerChanges(_ facts: TimerFacts, _ rulebook: Rulebook) -> [TimerChange] {
    let (timers, deadlines) = (rulebook.timers, rulebook.deadlines)
    func wd(_ timer: OrderTimer, _ days: Int) -> TimerChange {
      .start(timer, due: rulebook.calendar.deadline(workingDays: days, after: facts.instant))
    }
    switch self {
    case .issue, .reissue:
      var facts = facts
      facts.isReissue = self == .reissue
      let hours = rulebook.acceptHours(facts)
      return [.start(.accept, due: rulebook.calendar.deadline(hours: hours, after: facts.instant))]
    case .accept, .decline, .withdraw, .expire: return [.stop(.accept)]
    // Food is inspected on the day it arrives.
    case .arrive: return [.stop(.replace), wd(.inspect, facts.isFood ? 0 : timers.inspectWorkingDays)]
    case .inspectReject:
      return [.stop(.inspect)] + (deadlines.replacementWorkingDays.map { [wd(.replace, $0)] } ?? [])
    case .settle: return [.stop(.invoice)]
    case .inspectOk: return [.stop(.inspect), .stop(.cure), wd(.invoice, timers.invoiceWorkingDays)]
    case .invoice:
      let left = facts.payWorkingDaysLeft ?? timers.payWorkingDays
      return [.stop(.invoice), wd(.verify, timers.verifyWorkingDays), wd(.pay, left)]
    case .verify: return [.stop(.verify)]
    case .query:
      return [.stop(.verify), paused(facts, rulebook), wd(.invoice, timers.invoiceWorkingDays)]
    case .confirmPaid: return [.stop(.pay)]
    case .partialHandover: return [.stop(.inspect)]
    // Food spoils: whoever does not deliver it in time has nothing to mend.
    case .terminate:
      return [facts.isFood ? .start(.cure, due: facts.instant) : wd(.cure, deadlines.cureWorkingDays)]
    case .openDispute: return [wd(.dispute, deadlines.answerWorkingDays)]
    case .answerDispute: return [wd(.dispute, deadlines.mediationWorkingDays)]
    case .closeDispute: return [.stop(.dispute)]
    case .create, .submit, .return, .reject, .discard, .startDelivery, .requestPayment, .approvePayment,
      .close, .amend, .answerAmendment, .cancelMutual, .hold, .release, .rate:
      return []
    }
  }

  /// Payment waits while the vendor mends its invoice; what it had left is counted in working days.
  private func paused(_ facts: TimerFacts, _ rulebook: Rulebook) -> TimerChange {
    guard let due = facts.payDue else {
      return .pause(.pay, workingDaysLeft: rulebook.timers.payWorkingDays)
    }
    let calendar = rulebook.calendar
    let left = calendar.workingDays(after: calendar.day(of: facts.instant), through: calendar.day(of: due))
    return .pause(.pay, workingDaysLeft: left)
  }
}

extension Rulebook {
  /// Hours in which a vendor accepts: the province's own, and days where the order was issued before and came to nothing
  /// (domain.md §7.4, `expire`); food does not wait.
  func acceptHours(_ facts: TimerFacts) -> Int {
    let hours = timers.acceptHours(of: facts.categories, isFood: facts.isFood)
    guard facts.isReissue, !facts.isFood, let days = deadlines.reissueDays else { return hours }
    return max(hours, days * 24)
  }
}
