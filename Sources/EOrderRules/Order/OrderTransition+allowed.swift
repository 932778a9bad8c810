extension OrderTransition {
  /// Whether somebody with this role may do it at all, in whatever state.
  package func isOpen(to role: Role) -> Bool { rule.roles.contains(role) }

  /// Whether it may be done in that state.
  package func leads(from state: OrderState) -> Bool { rule.from.contains(state) }

  /// The state afterwards when somebody with one of these roles does it.
  ///
  /// The technical officer's `inspect-ok` is a proposal, which leaves the order where it is; who is the
  /// commitment officer as well signs.
  package func outcome(from state: OrderState, by roles: Set<Role>) -> OrderState {
    isProposal(by: roles) ? state : rule.outcome(from: state)
  }

  /// Whether the transition, done with these roles, only proposes what another has to sign.
  package func isProposal(by roles: Set<Role>) -> Bool {
    self == .inspectOk && !roles.contains(.commitmentOfficer)
  }
}

/// What people with these roles can do with an order in that state and under those overlays, in the order of its
/// life; neither duties nor rules are asked, and what the service does by itself is left out.
package func allowedTransitions(
  state: OrderState, roles: Set<Role>, overlays: Set<OrderOverlay> = []
) -> [OrderTransition] {
  OrderTransition.allCases.filter { transition in
    transition.leads(from: state) && !transition.rule.roles.isDisjoint(with: roles)
      && transition.blocked(by: overlays) == nil && transition.answers.map(overlays.contains) != false
  }
}

/// What one person can do with this order now: by state, by roles, by overlays, and by the duties that the person
/// already has on it.
///
/// - Parameters:
///   - duties: Who has done what on the order so far.
///   - person: The person's identity (NIP or NIK), not the account.
///   - kpaAsPPK: Whether the issuer may approve the payment (`sod.kpa_as_ppk`).
package func allowedTransitions(
  state: OrderState, roles: Set<Role>, overlays: Set<OrderOverlay> = [], duties: OrderDuties, person: String,
  kpaAsPPK: Bool
) -> [OrderTransition] {
  allowedTransitions(state: state, roles: roles, overlays: overlays).filter {
    duties.conflict(performing: $0, person: person, kpaAsPPK: kpaAsPPK) == nil
  }
}
