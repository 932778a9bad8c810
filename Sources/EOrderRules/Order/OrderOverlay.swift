/// What lies over an order while its state stays as it is; the raw values are those of the database.
package enum OrderOverlay: String, Sendable, CaseIterable {
  case hold
  case disputeOpen = "dispute_open"
  case amendmentPending = "amendment_pending"
  /// One side would cancel; the API shows nothing of it but the history.
  case cancelProposed = "cancel_proposed"
}

/// The two sides of the contract.
package enum OrderSide: String, Sendable, CaseIterable {
  case vendor
  case province
}

extension OrderTransition {
  /// Transitions that a held order still lets through (domain.md §7.4).
  private static let throughHold: Set<OrderTransition> = [
    .release, .query, .return, .reject, .withdraw, .openDispute, .answerDispute,
  ]

  /// The overlay that stands in the way of the transition; nil where none does.
  package func blocked(by overlays: Set<OrderOverlay>) -> OrderOverlay? {
    if overlays.contains(.hold), !Self.throughHold.contains(self) { return .hold }
    if overlays.contains(.disputeOpen), [.terminate, .close, .openDispute].contains(self) {
      return .disputeOpen
    }
    if overlays.contains(.amendmentPending), [.startDelivery, .amend].contains(self) {
      return .amendmentPending
    }
    return nil
  }

  /// The overlay without which the transition means nothing.
  package var answers: OrderOverlay? {
    switch self {
    case .answerAmendment: .amendmentPending
    case .answerDispute, .closeDispute: .disputeOpen
    case .release: .hold
    default: nil
    }
  }

  /// Whether the side that laid the overlay down may not itself take this transition.
  package var isForOtherSide: Bool { self == .answerAmendment || self == .answerDispute }
}
