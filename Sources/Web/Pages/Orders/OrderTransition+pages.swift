import EOrderRules

extension OrderTransition {
  /// Whether the step takes an order towards its end as everybody hopes: what people are waited for.
  var isForward: Bool {
    switch self {
    case .submit, .issue, .accept, .startDelivery, .arrive, .inspectOk, .invoice, .verify, .requestPayment,
      .approvePayment, .confirmPaid:
      true
    case .create, .return, .reject, .withdraw, .decline, .expire, .reissue, .discard, .inspectReject, .query,
      .close, .settle, .partialHandover, .amend, .answerAmendment, .cancelMutual, .terminate, .openDispute,
      .answerDispute, .closeDispute, .hold, .release, .rate:
      false
    }
  }

  /// The member in which it says why it is right in spite of what is held against it.
  var why: String { [.verify, .requestPayment].contains(self) ? "reason" : "justification" }

  /// How much its button weighs.
  var weight: ButtonWeight {
    switch self {
    case .reject, .withdraw, .decline, .discard, .inspectReject, .cancelMutual, .terminate, .hold: .bad
    default: isForward ? .main : .quiet
    }
  }
}

extension OrderState {
  /// The states in which people with these roles are waited for.
  static func awaiting(_ roles: Set<Role>) -> [OrderState] {
    allCases.filter { state in allowedTransitions(state: state, roles: roles).contains(where: \.isForward) }
  }
}

extension OrderState {
  /// Whether the order came to nothing: nobody is owed anything, and no papers are asked for.
  var isUnfulfilled: Bool { [.rejected, .declined, .expired, .cancelled].contains(self) }
}
