/// How much a transition moves on its budget line: soft reserve, hard commitment, realised spending.
package struct LedgerEffect: Hashable, Sendable {
  /// The change of what submitted orders have set aside.
  package let reserved: Rupiah
  /// The change of what issued orders bind.
  package let committed: Rupiah
  /// The change of what has been paid.
  package let realised: Rupiah

  /// A change of each part; what is left out stays.
  package init(reserved: Rupiah = 0, committed: Rupiah = 0, realised: Rupiah = 0) {
    self.reserved = reserved
    self.committed = committed
    self.realised = realised
  }

  /// No change.
  package static let none = LedgerEffect()

  /// What was bound is spent.
  package static func paid(_ amount: Rupiah) throws(AmountOverflow) -> LedgerEffect {
    LedgerEffect(committed: try Rupiah.zero.subtracting(amount), realised: amount)
  }

  /// How much more of the line's free amount the change takes; negative where it gives back.
  package func taken() throws(AmountOverflow) -> Rupiah {
    try reserved.adding(committed).adding(realised)
  }
}

extension OrderTransition {
  /// What the transition moves on the budget line.
  ///
  /// - Parameters:
  ///   - gross: The order's value with all taxes.
  ///   - accepted: The value accepted at handover; before it, the gross value.
  package func ledgerEffect(gross: Rupiah, accepted: Rupiah) throws(AmountOverflow) -> LedgerEffect {
    let back = try Rupiah.zero.subtracting(gross)
    switch self {
    case .submit: return LedgerEffect(reserved: gross)
    case .issue: return LedgerEffect(reserved: back, committed: gross)
    case .return, .reject: return LedgerEffect(reserved: back)
    case .withdraw, .decline, .expire, .cancelMutual: return LedgerEffect(committed: back)
    case .reissue: return LedgerEffect(committed: gross)
    case .inspectOk, .terminate: return LedgerEffect(committed: try accepted.subtracting(gross))
    case .confirmPaid:
      return LedgerEffect(committed: try Rupiah.zero.subtracting(accepted), realised: accepted)
    case .create, .discard, .accept, .startDelivery, .arrive, .inspectReject, .invoice, .verify, .query,
      .requestPayment, .approvePayment, .close, .settle, .partialHandover, .amend, .answerAmendment,
      .openDispute, .answerDispute, .closeDispute, .hold, .release, .rate:
      return .none
    }
  }
}
