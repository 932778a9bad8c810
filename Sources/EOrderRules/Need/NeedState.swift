/// Where a need stands; the raw values are those of the API and the database (domain.md §7.3).
package enum NeedState: String, Sendable, CaseIterable {
  /// Its package has a commitment officer.
  case assigned
  /// Specification, quantity, day and own estimate are laid down.
  case prepared
  /// A procurement officer has it.
  case withOfficer = "with_officer"
  /// An order stands for it.
  case ordered
  case cancelled
}

/// What can be done with a need; the raw values are the spelling in URLs and in the history.
package enum NeedTransition: String, Sendable, CaseIterable {
  case create, prepare, dispatch
  case chooseDirect = "choose-direct"
  case cancel
  /// The order that stood for it came to nothing, and the officer chooses anew.
  case reopen

  /// The row of the state machine.
  package var rule: TransitionRule<NeedState> {
    switch self {
    case .create: .init([], to: .assigned, by: [.commitmentOfficer])
    case .prepare: .init([.assigned, .prepared], to: .prepared, by: [.commitmentOfficer])
    case .dispatch: .init([.prepared], to: .withOfficer, by: [.commitmentOfficer])
    case .chooseDirect: .init([.withOfficer], to: .ordered, by: [.procurementOfficer])
    case .cancel:
      .init(
        [.assigned, .prepared, .withOfficer], to: .cancelled, by: [.commitmentOfficer], reason: .required)
    case .reopen: .init([.ordered], to: .withOfficer, by: [], bySystem: true)
    }
  }

  /// Whether it may be done in that state.
  package func leads(from state: NeedState) -> Bool { rule.from.contains(state) }
}
