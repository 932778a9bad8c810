/// Where a change of a province's rules stands; the raw values are those of the API and the database.
package enum RuleDraftState: String, Sendable, CaseIterable {
  /// Written down by one person.
  case draft
  /// Agreed to by another, about to become a version.
  case approved
  /// A version of the province's rules.
  case published
  /// Given up.
  case discarded
}

/// What can be done with a change of the rules; the raw values are the spelling in URLs and in the history.
package enum RuleDraftTransition: String, Sendable, CaseIterable {
  case create, simulate, approve, discard, publish

  /// The row of the state machine (domain.md §7.7: authored by one and approved by another, simulated before).
  package var rule: TransitionRule<RuleDraftState> {
    switch self {
    case .create: .init([], to: .draft, by: [.tenantAdmin])
    case .simulate: .init([.draft], to: nil, by: [.tenantAdmin, .ruleApprover])
    case .approve: .init([.draft], to: .approved, by: [.ruleApprover])
    case .discard: .init([.draft], to: .discarded, by: [.tenantAdmin, .ruleApprover])
    case .publish: .init([.approved], to: .published, by: [], bySystem: true)
    }
  }

  /// Whether it may be done in that state.
  package func leads(from state: RuleDraftState) -> Bool { rule.from.contains(state) }
}
