package import FoundationEssentials

/// A deadline on an order; the raw values are those of the API.
package enum OrderTimer: String, Sendable, CaseIterable {
  case accept, inspect, invoice, verify, pay, cure, dispute, replace
}

/// What a transition does to a deadline.
package enum TimerChange: Hashable, Sendable {
  /// The deadline begins, or begins anew, and falls at `due`.
  case start(OrderTimer, due: Date)
  /// The deadline is met or void.
  case stop(OrderTimer)
  /// The deadline waits with so many working days left.
  case pause(OrderTimer, workingDaysLeft: Int)
}

/// What is known of an order when its deadlines change.
package struct TimerFacts: Sendable {
  /// Now.
  package var instant: Date
  /// Whether the order is for food and drink.
  package var isFood: Bool
  /// The codes of the order's categories, as far as they are known.
  package var categories: Set<String> = []
  /// Whether the order was issued before and is issued again.
  package var isReissue = false
  /// Whether what was delivered was refused and is delivered anew.
  package var isReplacement = false
  /// When payment is due, as far as it runs.
  package var payDue: Date?
  /// How many working days payment had left when it was paused; nil where it is not paused.
  package var payWorkingDaysLeft: Int?

  /// Facts at an instant.
  package init(instant: Date, isFood: Bool, payDue: Date? = nil, payWorkingDaysLeft: Int? = nil) {
    self.instant = instant
    self.isFood = isFood
    self.payDue = payDue
    self.payWorkingDaysLeft = payWorkingDaysLeft
  }
}
