/// Where a need stands; the raw values are those of the API and the database (domain.md §7.3).
package enum NeedState: String, Sendable, CaseIterable {
  /// Its package has a commitment officer.
  case assigned
  /// Specification, quantity, day and own estimate are laid down.
  case prepared
  /// A procurement officer has it.
  case withOfficer = "with_officer"
  /// Vendors are asked for sealed offers.
  case offersOpen = "rfo_open"
  /// The offers are opened and compared.
  case evaluating = "rfo_evaluating"
  /// An order stands for it.
  case ordered
  case cancelled
}

/// What can be done with a need; the raw values are the spelling in URLs and in the history.
package enum NeedTransition: String, Sendable, CaseIterable {
  case create, prepare, dispatch
  case chooseDirect = "choose-direct"
  case publish = "publish-rfo"
  /// The deadline of the offers has come.
  case close
  case select
  /// No offer is left that could be selected.
  case fail
  case cancel
  /// The order that stood for it came to nothing, or its vendor did not take it, and the officer chooses anew.
  case reopen
  /// The order that stood for a selected offer came to nothing, or its vendor did not take it, and the officer selects
  /// anew.
  case reevaluate
  /// The vendor did not take the order: the next in rank is to have it.
  case next
  /// A deadline passed without anybody doing anything.
  case remind

  /// The row of the state machine.
  package var rule: TransitionRule<NeedState> {
    switch self {
    case .create: .init([], to: .assigned, by: [.commitmentOfficer, .technicalOfficer])
    case .prepare: .init([.assigned, .prepared], to: .prepared, by: [.commitmentOfficer])
    case .dispatch: .init([.prepared], to: .withOfficer, by: [.commitmentOfficer])
    case .chooseDirect: .init([.withOfficer], to: .ordered, by: [.procurementOfficer])
    case .publish: .init([.withOfficer], to: .offersOpen, by: [.procurementOfficer])
    case .close: .init([.offersOpen], to: .evaluating, by: [], bySystem: true)
    case .select: .init([.evaluating], to: .ordered, by: [.procurementOfficer])
    case .fail:
      .init([.evaluating], to: .withOfficer, by: [.procurementOfficer], bySystem: true, reason: .required)
    case .cancel:
      .init(
        [.assigned, .prepared, .withOfficer, .offersOpen, .evaluating], to: .cancelled,
        by: [.commitmentOfficer], reason: .required)
    case .reopen: .init([.ordered], to: .withOfficer, by: Self.buyers, bySystem: true)
    case .reevaluate: .init([.ordered], to: .evaluating, by: Self.buyers, bySystem: true)
    case .next: .init([.ordered], to: nil, by: [], bySystem: true)
    case .remind: .init([.withOfficer, .evaluating], to: nil, by: [], bySystem: true)
    }
  }

  /// Who may say that an order which nobody took is given up for another.
  private static let buyers: Set<Role> = [.procurementOfficer, .commitmentOfficer]

  /// Whether it may be done in that state.
  package func leads(from state: NeedState) -> Bool { rule.from.contains(state) }
}

/// A deadline of a need; the raw values are those of the API.
package enum NeedTimer: String, Sendable, CaseIterable {
  /// The procurement officer should have begun.
  case officer
  /// Offers are opened.
  case offers
  /// An offer should have been selected.
  case evaluate
}
