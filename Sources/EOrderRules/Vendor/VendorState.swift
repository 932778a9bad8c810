/// Where a vendor stands; the raw values are those of the API and the database.
package enum VendorState: String, Sendable, CaseIterable {
  case draft, submitted, returned, verified, rejected, suspended, blacklisted, lapsed

  /// Whether the vendor may change everything of its profile; when verified it may change only a part.
  package var isEditable: Bool { self == .draft || self == .returned }
}

/// What can be done with a vendor; the raw values are the spelling in URLs and in the history.
package enum VendorTransition: String, Sendable, CaseIterable {
  case create, submit, verify, `return`, reject, suspend, reinstate, blacklist, lapse

  /// The row of the state machine.
  package var rule: TransitionRule<VendorState> {
    switch self {
    case .create: .init([], to: .draft, by: [.public, .tenantAdmin])
    case .submit: .init([.draft, .returned, .lapsed], to: .submitted, by: [.vendorOwner])
    case .verify: .init([.submitted], to: .verified, by: [.verifier])
    case .return: .init([.submitted], to: .returned, by: [.verifier], reason: .required)
    case .reject: .init([.submitted], to: .rejected, by: [.verifier], reason: .required)
    case .suspend:
      .init([.verified], to: .suspended, by: [.verifier], bySystem: true, reason: .required)
    case .reinstate: .init([.suspended, .blacklisted], to: .verified, by: [.verifier])
    case .blacklist: .init([.suspended], to: .blacklisted, by: [.budgetOwner], reason: .required)
    case .lapse: .init([.returned], to: .lapsed, by: [], bySystem: true)
    }
  }

  /// Whether a decree with its number and an end date must come with it.
  package var needsDecree: Bool { self == .blacklist }
}

/// What people with these roles can do with a vendor in that state.
package func allowedTransitions(state: VendorState, roles: Set<Role>) -> [VendorTransition] {
  VendorTransition.allCases.filter { $0.rule.from.contains(state) && !$0.rule.roles.isDisjoint(with: roles) }
}
