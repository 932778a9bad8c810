/// Where an offer stands; the raw values are those of the API and the database (domain.md §7.3).
package enum OfferState: String, Sendable, CaseIterable {
  /// Sealed: nobody can read it before the deadline.
  case submitted
  case withdrawn
  case opened
  /// Something about it was negotiated.
  case clarified
  case selected
  case notSelected = "not_selected"
  /// It could not be opened, its vendor may not sell any more, or the need was given up.
  case invalid

  /// Whether its content is known and counts.
  package var isComparable: Bool { [.opened, .clarified, .selected, .notSelected].contains(self) }
}

/// What can be done with an offer; the raw values are the spelling in URLs and in the history.
package enum OfferTransition: String, Sendable, CaseIterable {
  case submit, withdraw
  case open, invalidate
  case counter
  case answerCounter = "answer-counter"
  case select
  /// Its vendor did not take the order.
  case pass
  /// The order came to nothing through no fault of the vendor.
  case release

  /// The row of the state machine.
  package var rule: TransitionRule<OfferState> {
    switch self {
    case .submit: .init([], to: .submitted, by: [.vendorOwner, .vendorStaff])
    case .withdraw: .init([.submitted], to: .withdrawn, by: [.vendorOwner, .vendorStaff])
    case .open: .init([.submitted], to: .opened, by: [], bySystem: true)
    case .invalidate: .init([.submitted], to: .invalid, by: [], bySystem: true)
    case .counter: .init([.opened, .clarified], to: nil, by: [.procurementOfficer])
    case .answerCounter: .init([.opened, .clarified], to: .clarified, by: [.vendorOwner, .vendorStaff])
    case .select:
      .init([.opened, .clarified, .notSelected], to: .selected, by: [.procurementOfficer], bySystem: true)
    case .pass: .init([.selected], to: .notSelected, by: [], bySystem: true)
    case .release: .init([.selected, .notSelected], to: .opened, by: [], bySystem: true)
    }
  }

  /// Whether it may be done in that state.
  package func leads(from state: OfferState) -> Bool { rule.from.contains(state) }
}
