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

  /// Who holds a duty.
  package func person(of duty: Duty) -> String? {
    switch duty {
    case .create: createdBy
    case .submit: submittedBy
    case .issue: issuedBy
    case .inspect: inspectedBy
    case .requestPayment: requestedBy
    case .approvePayment: approvedBy
    case .pay: paidBy
    }
  }

  /// The first duty of this person on the order that excludes the transition; nil where nothing does.
  package func conflict(performing transition: OrderTransition, person: String, kpaAsPPK: Bool)
    -> DutyConflict?
  {
    guard let duty = Duty(transition) else { return nil }
    let held = duty.excluded(kpaAsPPK: kpaAsPPK).first { self.person(of: $0) == person }
    return held.map { DutyConflict(performing: duty, held: $0) }
  }
}
