extension OrderTransition {
  /// The row of the state machine.
  package var rule: TransitionRule<OrderState> {
    switch self {
    case .create: .init([], to: .draft, by: [.procurementOfficer])
    case .submit: .init([.draft], to: .submitted, by: [.procurementOfficer])
    case .discard: .init([.draft], to: .cancelled, by: [.procurementOfficer])
    case .return: .init([.submitted], to: .draft, by: [.commitmentOfficer], reason: .required)
    case .reject: .init([.submitted], to: .rejected, by: [.commitmentOfficer], reason: .required)
    case .issue: .init([.submitted], to: .issued, by: [.commitmentOfficer])
    case .withdraw: .init([.issued], to: .cancelled, by: [.commitmentOfficer], reason: .required)
    case .accept: .init([.issued], to: .accepted, by: [.vendorOwner])
    case .decline: .init([.issued], to: .declined, by: Self.vendor, reason: .required)
    case .expire: .init([.issued], to: .expired, by: [], bySystem: true)
    case .reissue: .init([.expired, .declined], to: .issued, by: [.commitmentOfficer])
    case .startDelivery: .init([.accepted], to: .inFulfilment, by: Self.vendor)
    case .arrive:
      .init([.inFulfilment], to: .delivered, by: Self.vendor.union([.goodsKeeper, .technicalOfficer]))
    case .inspectOk: .init([.delivered], to: .handedOver, by: [.technicalOfficer, .commitmentOfficer])
    case .inspectReject:
      .init([.delivered], to: .inFulfilment, by: [.commitmentOfficer], reason: .required)
    case .invoice: .init([.handedOver], to: .invoiced, by: Self.vendor)
    case .verify: .init([.invoiced], to: .verifiedForPayment, by: [.treasurer, .financeVerifier])
    case .query: .init([.invoiced], to: .handedOver, by: [.treasurer], reason: .required)
    case .requestPayment: .init([.verifiedForPayment], to: .paymentRequested, by: [.treasurer])
    case .approvePayment: .init([.paymentRequested], to: .paymentApproved, by: [.budgetOwner])
    case .confirmPaid: .init([.paymentApproved], to: .paid, by: [.treasurer], bySystem: true)
    case .close:
      .init([.paid], to: .closed, by: [.commitmentOfficer], bySystem: true, reason: .requiredEarly)
    case .settle: .init([.handedOver], to: .paid, by: [], bySystem: true)
    case .partialHandover: .init([.inFulfilment, .delivered], to: .inFulfilment, by: [.commitmentOfficer])
    case .amend: .init(Self.amendable, to: nil, by: Self.sides, reason: .required)
    case .answerAmendment: .init(Self.amendable, to: nil, by: Self.sides, bySystem: true)
    case .cancelMutual: .init([.accepted], to: .cancelled, by: Self.sides)
    case .terminate:
      .init(
        [.accepted, .inFulfilment, .delivered], to: .terminated, by: [.commitmentOfficer], reason: .required)
    case .openDispute: .init(Self.disputable, to: nil, by: Self.sides, reason: .required)
    case .answerDispute: .init(Self.disputable, to: nil, by: Self.sides)
    case .closeDispute: .init(Self.disputable, to: nil, by: [.budgetOwner])
    case .hold: .init(Self.holdable, to: nil, by: [.budgetOwner, .auditor], reason: .required)
    case .release: .init(Self.holdable, to: nil, by: [.budgetOwner, .auditor], bySystem: true)
    case .rate: .init([.paid, .closed], to: nil, by: [.vendorOwner, .commitmentOfficer])
    }
  }

  private static let vendor: Set<Role> = [.vendorOwner, .vendorStaff]
  /// Who speaks for the two sides of the contract.
  private static let sides: Set<Role> = vendor.union([.commitmentOfficer])
  private static let amendable: Set<OrderState> = [.accepted, .inFulfilment]
  private static let disputable: Set<OrderState> = [
    .accepted, .inFulfilment, .delivered, .handedOver, .invoiced, .verifiedForPayment, .paymentRequested,
    .paymentApproved, .paid,
  ]
  private static let holdable: Set<OrderState> = [
    .draft, .submitted, .issued, .accepted, .inFulfilment, .delivered, .handedOver, .invoiced,
    .verifiedForPayment,
  ]
}
