/// From where a transition leads, where to, and who may do it.
package struct TransitionRule<State: Hashable & Sendable>: Sendable {
  /// The states in which it may be done; empty where it creates the object.
  package let from: Set<State>
  /// The state afterwards; nil where the object stays where it is.
  package let to: State?
  /// The roles that may do it.
  package let roles: Set<Role>
  /// Whether the service does it on its own, by a timer or when conditions are met.
  package let bySystem: Bool
  /// Whether a reason must be given.
  package let reason: ReasonRule

  init(
    _ from: Set<State>, to: State?, by roles: Set<Role>, bySystem: Bool = false,
    reason: ReasonRule = .optional
  ) {
    self.from = from
    self.to = to
    self.roles = roles
    self.bySystem = bySystem
    self.reason = reason
  }

  /// The state to which it leads from another.
  package func outcome(from state: State) -> State { to ?? state }
}

/// Whether a transition asks for a reason.
package enum ReasonRule: Sendable {
  /// It may be given.
  case optional
  /// It must be given.
  case required
  /// It must be given where the transition comes before its time (`close`).
  case requiredEarly
}
