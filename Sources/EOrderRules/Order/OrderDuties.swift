/// Who has done what on one order, by person (NIP or NIK, not the account).
package struct OrderDuties: Hashable, Sendable {
  /// Who drafted the order.
  package var createdBy: String?
  /// Who submitted it last.
  package var submittedBy: String?
  /// Who issued it.
  package var issuedBy: String?
  /// Who signed the handover.
  package var inspectedBy: String?
  /// Who asked for the payment.
  package var requestedBy: String?
  /// Who approved the payment.
  package var approvedBy: String?
  /// Who recorded the payment.
  package var paidBy: String?
  /// Everybody who submitted the order, the last one too.
  package var submitters: [String] = []
  /// Everybody who issued or reissued the order, the last one too.
  package var issuers: [String] = []
  /// Everybody who signed the handover of a part, or of all.
  package var inspectors: [String] = []
  /// Everybody who asked for a payment, of a part or of all.
  package var requesters: [String] = []
  /// Everybody who approved a payment, of a part or of all.
  package var approvers: [String] = []
  /// Everybody who asked for or recorded a payment, of a part or of all.
  package var payers: [String] = []

  /// The persons known so far; nil where nobody has done it.
  package init(
    createdBy: String? = nil, submittedBy: String? = nil, issuedBy: String? = nil, inspectedBy: String? = nil,
    requestedBy: String? = nil, approvedBy: String? = nil, paidBy: String? = nil
  ) {
    self.createdBy = createdBy
    self.submittedBy = submittedBy
    self.issuedBy = issuedBy
    self.inspectedBy = inspectedBy
    self.requestedBy = requestedBy
    self.approvedBy = approvedBy
    self.paidBy = paidBy
  }

  /// Whether a person holds a duty, or held it: who issued an order before it was reissued, or signed for its first
  /// part, has done so all the same.
  package func isHeld(_ duty: Duty, by person: String) -> Bool {
    switch duty {
    case .create: createdBy == person
    case .submit: submittedBy == person || submitters.contains(person)
    case .issue: issuedBy == person || issuers.contains(person)
    case .inspect: inspectedBy == person || inspectors.contains(person)
    case .requestPayment: requestedBy == person || requesters.contains(person)
    case .approvePayment: approvedBy == person || approvers.contains(person)
    case .pay: paidBy == person || payers.contains(person)
    }
  }

  /// The duties of a part's own payment together with those on the whole order.
  package func together(with order: OrderDuties) -> OrderDuties {
    var both = self
    both.submitters += order.submitters
    both.issuers += order.issuers
    both.inspectors += order.inspectors
    both.requesters += order.requesters
    both.approvers += order.approvers
    both.payers += order.payers
    return both
  }

  /// The first duty of this person on the order that excludes the transition; nil where nothing does.
  package func conflict(performing transition: OrderTransition, person: String, kpaAsPPK: Bool)
    -> DutyConflict?
  {
    guard let duty = Duty(transition) else { return nil }
    let held = duty.excluded(kpaAsPPK: kpaAsPPK).first { isHeld($0, by: person) }
    return held.map { DutyConflict(performing: duty, held: $0) }
  }
}
