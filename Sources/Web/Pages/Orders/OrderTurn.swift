import EOrderRules
import Procurement
import StrictJSON

/// Whom an order waits for, with what lies over it.
struct OrderTurn {
  let view: OrderView
  /// The roles in which its reader has to do with the order.
  let roles: Set<Role>

  private var kinds: Set<OrderOverlay> { Set(view.overlays.map(\.kind)) }
  private var hasProposal: Bool { view.order.state == .delivered && view.order.proposedBy != nil }

  /// Everybody who is waited for: for answers and decisions, and for the next step.
  var holders: [Role] {
    let waited = answering.union(acting)
    return Role.allCases.filter(waited.contains)
  }

  /// Whether somebody waits for its reader to take the step.
  func expects(_ transition: OrderTransition) -> Bool {
    switch transition {
    case .answerAmendment: true
    case .answerDispute: !view.waitsForDecision
    case .closeDispute: view.waitsForDecision
    // Who has proposed the result has done what was to be done.
    case .inspectOk: !hasProposal || !roles.isDisjoint(with: [.commitmentOfficer, .budgetOwner])
    default: transition.isExpected
    }
  }

  private var answering: Set<Role> {
    var waited: Set<Role> = []
    if let amendment = view.overlays[.amendmentPending] { waited.formUnion(Self.other(amendment.side)) }
    if let dispute = view.overlays[.disputeOpen] {
      waited.formUnion(view.waitsForDecision ? [.budgetOwner] : Self.other(dispute.side))
    }
    return waited
  }

  private var acting: Set<Role> {
    if view.order.isGivenUp { return [] }
    let open = OrderTransition.allCases.filter { transition in
      transition.leads(from: view.order.state) && transition.isExpected
        && transition.blocked(by: kinds) == nil && !(isDisputedWhole && Self.payments.contains(transition))
    }
    let waited = open.reduce(into: Set<Role>()) { $0.formUnion($1.rule.roles) }
    return hasProposal ? waited.subtracting([.technicalOfficer]) : waited
  }

  /// Whether nothing of the order can be paid before its dispute is decided.
  private var isDisputedWhole: Bool {
    guard let dispute = view.overlays[.disputeOpen] else { return false }
    return dispute.detail["amount"]?.int64.map { $0 >= view.order.money.gross.amount } ?? true
  }

  private static let payments: Set<OrderTransition> = [.requestPayment, .approvePayment, .confirmPaid]

  private static func other(_ side: OrderSide) -> Set<Role> {
    side == .vendor ? [.commitmentOfficer] : [.vendorOwner, .vendorStaff]
  }
}

extension OrderView {
  /// Whether a dispute was answered, or the time to answer it is over.
  var waitsForDecision: Bool {
    guard let dispute = overlays[.disputeOpen] else { return false }
    return dispute.detail["answer"] != nil || dispute.answerDue != nil
  }

  /// Whether a dispute waits for its answer, and the time to give it is not over.
  var isUnheard: Bool { overlays[.disputeOpen] != nil && !waitsForDecision }
}
