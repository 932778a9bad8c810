import EOrderRules
import FoundationEssentials
import Testing

@Suite struct OrderMachineTests {
  @Test(
    arguments: [
      (OrderState.draft, [OrderTransition.submit, .discard]),
      (.submitted, [.return, .reject, .issue]),
      (.issued, [.withdraw, .accept, .decline]),
      (.accepted, [.startDelivery, .amend, .cancelMutual, .terminate, .openDispute]),
      (.inFulfilment, [.arrive, .partialHandover, .amend, .terminate, .openDispute]),
      (.delivered, [.inspectOk, .inspectReject, .partialHandover, .terminate, .openDispute]),
      (.handedOver, [.invoice, .openDispute]), (.invoiced, [.verify, .query, .openDispute]),
      (.verifiedForPayment, [.requestPayment, .openDispute]),
      (.paymentRequested, [.approvePayment, .openDispute]), (.paymentApproved, [.confirmPaid, .openDispute]),
      (.paid, [.close, .openDispute, .rate]), (.expired, [.reissue]), (.declined, [.reissue]),
      (.closed, [.rate]), (.rejected, []), (.cancelled, []), (.terminated, []),
    ])
  func `each state has its transitions`(state: OrderState, expected: [OrderTransition]) {
    let found = Set(allowedTransitions(state: state, roles: Set(Role.allCases)))
    #expect(found.subtracting([.hold]) == Set(expected))
    #expect(found.contains(.hold) == OrderTransition.hold.leads(from: state))
    #expect(state.isFinal == found.allSatisfy { $0 == .rate })
  }

  @Test func `a hold lets few transitions through`() {
    let through = OrderTransition.allCases.filter { $0.blocked(by: [.hold]) == nil }
    #expect(
      Set(through) == [.release, .query, .return, .reject, .withdraw, .openDispute, .answerDispute])
  }

  @Test(
    arguments: [
      (OrderOverlay.disputeOpen, [OrderTransition.terminate, .close, .openDispute]),
      (.amendmentPending, [.startDelivery, .amend]), (.cancelProposed, []),
    ])
  func `other overlays stop what contradicts them`(overlay: OrderOverlay, stopped: [OrderTransition]) {
    #expect(Set(OrderTransition.allCases.filter { $0.blocked(by: [overlay]) == overlay }) == Set(stopped))
  }

  @Test func `an answer needs what it answers`() {
    let all = Set(Role.allCases)
    #expect(!allowedTransitions(state: .accepted, roles: all).contains(.answerAmendment))
    #expect(
      allowedTransitions(state: .accepted, roles: all, overlays: [.amendmentPending]).contains(
        .answerAmendment))
    #expect(allowedTransitions(state: .issued, roles: all, overlays: [.hold]).contains(.release))
  }

  @Test func `the way from draft to closed`() {
    let way: [(OrderTransition, Role)] = [
      (.submit, .procurementOfficer), (.issue, .commitmentOfficer), (.accept, .vendorOwner),
      (.startDelivery, .vendorStaff), (.arrive, .goodsKeeper), (.inspectOk, .commitmentOfficer),
      (.invoice, .vendorOwner), (.verify, .financeVerifier), (.requestPayment, .treasurer),
      (.approvePayment, .budgetOwner), (.confirmPaid, .treasurer), (.close, .commitmentOfficer),
    ]
    var state = OrderState.draft
    for (transition, role) in way {
      #expect(allowedTransitions(state: state, roles: [role]).contains(transition))
      state = transition.outcome(from: state, by: [role])
    }
    #expect(state == .closed)
  }

  @Test func `the technical officer proposes, the commitment officer signs`() {
    #expect(OrderTransition.inspectOk.outcome(from: .delivered, by: [.technicalOfficer]) == .delivered)
    #expect(OrderTransition.inspectOk.isProposal(by: [.technicalOfficer]))
    let both: Set<Role> = [.technicalOfficer, .commitmentOfficer]
    #expect(OrderTransition.inspectOk.outcome(from: .delivered, by: both) == .handedOver)
  }

  @Test(arguments: OrderTransition.allCases)
  func `reasons are asked for where the law wants them`(transition: OrderTransition) {
    let needed: Set<OrderTransition> = [
      .return, .reject, .withdraw, .decline, .query, .inspectReject, .amend, .terminate, .openDispute, .hold,
    ]
    #expect((transition.rule.reason == .required) == needed.contains(transition))
    #expect(Role.allCases.filter(transition.isOpen).isEmpty == [.expire, .settle].contains(transition))
  }

  @Test func `only the spelling of URLs`() {
    #expect(OrderTransition(rawValue: "start-delivery") == .startDelivery)
    #expect(OrderTransition.allCases.allSatisfy { !$0.rawValue.contains("_") })
  }

  @Test(
    arguments: [
      (OrderTransition.issue, OrderDuties(createdBy: "a"), true),
      (.issue, OrderDuties(submittedBy: "a"), true),
      (.issue, OrderDuties(createdBy: "b", submittedBy: "c"), false),
      (.submit, OrderDuties(createdBy: "a"), false),
      (.requestPayment, OrderDuties(issuedBy: "a"), true),
      (.confirmPaid, OrderDuties(issuedBy: "a"), true),
      (.inspectOk, OrderDuties(createdBy: "a"), true),
      (.inspectOk, OrderDuties(issuedBy: "a"), false),
      (.requestPayment, OrderDuties(inspectedBy: "a"), true),
      (.confirmPaid, OrderDuties(inspectedBy: "a"), true),
      (.approvePayment, OrderDuties(requestedBy: "a"), true),
      (.requestPayment, OrderDuties(approvedBy: "a"), true),
      (.confirmPaid, OrderDuties(requestedBy: "a"), false),
      (.confirmPaid, OrderDuties(approvedBy: "a"), false),
      (.verify, OrderDuties(createdBy: "a", issuedBy: "a"), false),
      (.submit, OrderDuties(issuedBy: "a"), true),
      (.reissue, OrderDuties(createdBy: "a"), true),
    ])
  func `one person holds no two separated duties`(
    transition: OrderTransition, duties: OrderDuties, conflicts: Bool
  ) {
    let conflict = duties.conflict(performing: transition, person: "a", kpaAsPPK: true)
    #expect((conflict != nil) == conflicts)
  }

  @Test func `whoever did it before has done it`() {
    var duties = OrderDuties(issuedBy: "b", inspectedBy: "b")
    duties.issuers = ["a", "b"]
    func conflict(_ transition: OrderTransition) -> Duty? {
      duties.conflict(performing: transition, person: "a", kpaAsPPK: true)?.held
    }
    #expect(conflict(.requestPayment) == .issue && conflict(.approvePayment) == nil)
    duties.issuers = []
    duties.inspectors = ["a"]
    #expect(conflict(.confirmPaid) == .inspect)
    duties.inspectors = []
    duties.payers = ["a"]
    #expect(conflict(.inspectOk) == .pay && conflict(.approvePayment) == nil)
  }

  @Test func `an order that is issued again waits for seven days, food does not`() throws {
    func hours(_ transition: OrderTransition, isFood: Bool) throws -> TimeInterval {
      let now = Date(timeIntervalSince1970: 1_800_000_000)
      let changes = transition.timerChanges(TimerFacts(instant: now, isFood: isFood), try .example())
      guard case .start(.accept, let due)? = changes.first else { return 0 }
      return due.timeIntervalSince(now) / 3600
    }
    #expect(try hours(.issue, isFood: false) == 72 && hours(.reissue, isFood: false) == 168)
    #expect(try hours(.issue, isFood: true) == 24 && hours(.reissue, isFood: true) == 24)
  }

  @Test func `who issues may approve the payment only as budget owner`() {
    let duties = OrderDuties(issuedBy: "a")
    #expect(duties.conflict(performing: .approvePayment, person: "a", kpaAsPPK: true) == nil)
    let conflict = duties.conflict(performing: .approvePayment, person: "a", kpaAsPPK: false)
    #expect(conflict?.held == .issue)
    let allowed = allowedTransitions(
      state: .paymentRequested, roles: [.budgetOwner], duties: duties, person: "a", kpaAsPPK: false)
    #expect(allowed == [])
  }
}
