import AuditLog
import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// Who takes a step: a person, or the service itself when a timer fires.
enum StepTaker: Sendable {
  case person(Actor)
  case system
}

/// One step of an order: what it changes on the order, its lines, its deadlines, its budget line.
struct OrderStep: Sendable {
  /// As it stood before the step; an order that goes to another vendor is read anew.
  var situation: OrderSituation
  let transition: OrderTransition
  let taker: StepTaker
  let body: JSONValue
  let caller: Caller
  /// The part whose payment goes on; nil where the order itself does.
  var part: OrderPart?
  /// Changes of columns of the order, besides state and version.
  var changes: [SQL] = []
  /// Statements besides those that every step has.
  var extra: [SQL] = []
  /// The value accepted at handover where this step fixes it.
  var acceptedGross: Rupiah?
  /// The value that was reckoned anew by a submission or an issue.
  var decidedGross: Rupiah?
  var detail: [JSONMember] = []
  /// The vendor as it stands where a payment is reckoned; nil before it was read, and in all other steps.
  var vendorOfPayment: VendorFacts?
  /// What is told besides those who act next.
  var furtherNotices: [SQL] = []
  /// The papers of the payment that are missing at its verification.
  var missingPapers: [SupportingPaper] = []
  /// The account that the bank debits; nil where none is registered, or the mode asks for none.
  var debitAccount: DebitAccount?
  /// The commitment officer to whom a submission goes.
  var officer: UUID?
  /// Statements that name the audit entry of the step.
  private var audited: [@Sendable (UUID) -> SQL] = []

  init(
    _ situation: OrderSituation, _ transition: OrderTransition, by taker: StepTaker, body: JSONValue,
    caller: Caller
  ) {
    self.situation = situation
    self.transition = transition
    self.taker = taker
    self.body = body
    self.caller = caller.observing(situation.holidays)
  }

  var order: OrderRecord { situation.order }

  /// Adds a statement that names the step's audit entry.
  mutating func withAudit(_ statement: @escaping @Sendable (UUID) -> SQL) { audited.append(statement) }

  private var roles: Set<Role> {
    switch taker {
    case .person(let actor): order.effectiveRoles(of: actor)
    case .system: []
    }
  }

  /// Whether the step only says what shall be; somebody else, or the same officer later, brings it about.
  var isProposal: Bool {
    switch transition {
    case .cancelMutual: return !completesCancellation
    case .terminate: return !completesTermination
    default: break
    }
    if case .system = taker { return false }
    if part != nil { return false }
    return transition.isProposal(by: roles)
  }

  var nextState: OrderState {
    if part != nil { return order.state }
    if transition == .closeDispute, let disputeOutcome {
      // What was verified or asked for was another amount, as after a finding.
      return (liftsFinding ? .part : disputeOutcome).state(from: order.state)
    }
    return isProposal ? order.state : transition.rule.outcome(from: order.state)
  }

  private var role: String {
    switch taker {
    case .person:
      Role.allCases.first { roles.contains($0) && transition.rule.roles.contains($0) }?.rawValue ?? "none"
    case .system: "system"
    }
  }

  /// The office in which a person takes the step; nil for the service.
  private var office: Office? {
    switch taker {
    case .person(let actor): order.offices(of: actor).acting(as: transition.rule.roles)
    case .system: nil
    }
  }

  var name: String {
    switch taker {
    case .person(let actor): actor.name
    case .system: "e-Order"
    }
  }

  /// Checks what is peculiar to the transition and collects its changes; may read more.
  mutating func prepare(_ transaction: borrowing Transaction) async throws {
    if transition == .requestPayment, order.terms.paymentMode == .autodebit {
      debitAccount = try await transaction.query(DebitAccount.open(for: order.unitPath)).first(
        DebitAccount.self)
    }
    try await checkAccountSinceRequest(transaction)
    if let part {
      if [.verify, .requestPayment].contains(transition) { try await reckonAnew(transaction) }
      try preparePart(part)
      try await checkTransfer(transaction)
      return recordPerson()
    }
    switch transition {
    case .submit, .issue: try await decideAnew(transaction)
    case .reissue:
      let offer = order.offerID
      try await moveToNextOffer(transaction)
      if order.offerID == offer { giveTimeAnew() }
      try await decideAnew(transaction)
    case .decline, .expire: try await nameNextOffer(transaction)
    case .accept: try prepareAcceptance()
    case .startDelivery: try prepareDelivery()
    case .arrive: try await prepareArrival(transaction)
    case .inspectOk: try await prepareHandover(transaction)
    case .inspectReject: try prepareRefusal()
    case .verify:
      try await checkPapers(transaction)
      try await reckonAnew(transaction)
    case .requestPayment:
      try await reckonAnew(transaction)
      try prepareRequest()
    case .approvePayment: prepareApproval()
    case .invoice: try prepareInvoice()
    case .confirmPaid:
      try preparePayment()
      try await checkTransfer(transaction)
    case .close: try prepareClosing()
    case .settle: prepareSettling()
    case .partialHandover: try await preparePartialHandover(transaction)
    case .amend: try await prepareAmendment(transaction)
    case .answerAmendment: try await answerAmendment(transaction)
    case .cancelMutual: prepareCancellation()
    case .terminate: try await prepareTermination(transaction)
    case .openDispute: try openDispute()
    case .answerDispute: try answerDispute()
    case .closeDispute: try await closeDispute(transaction)
    case .hold: try await prepareHold(transaction)
    case .release: try prepareRelease()
    case .rate: try prepareRating()
    default: break
    }
    if transition.isEnd { endOverlays() }
    if let need = situation.need, [.cancelled, .rejected].contains(nextState), need.state == .ordered {
      extra += need.reopened(caller, offer: order.offerID)
      if let offer = order.offerID { try await releaseOffers(offer, of: need, transaction) }
    }
    if !isProposal { recordPerson() }
  }

  /// All statements of the step, in the order in which locks are taken.
  func writes() throws -> [SQL] {
    let effect = isProposal ? .none : try ledgerEffect()
    let event = OrderEvent(
      position: situation.nextPosition, at: caller.now, by: name, role: role, transition: transition,
      from: order.state, to: nextState, reason: body["reason"]?.text)
    let detail = detail + (office?.told ?? [])
    let audit = caller.orderEntry(event, order: order.id, effect: effect, detail: detail)
    let user: UUID? = if case .person(let actor) = taker { actor.userID } else { nil }
    return [
      audit.insertion, update,
      event.insertion(
        order: order.id, user: user, audit: audit.id, at: caller.now,
        detail: detail.isEmpty ? nil : .object(detail)),
    ] + extra + settling + needStatements + audited.map { $0(audit.id) } + (try timerStatements())
      + (try reminderStatements()) + notices
      + bendNotices
      + effect.statements(
        line: order.budgetLineID, order: order.id, transition: transition, audit: audit.id, at: caller.now)
  }

  private var notices: [SQL] {
    guard !isProposal else { return [] }
    if let part { return furtherNotices + partNotices(part) }
    let number = order.number ?? detail.first { $0.name == "number" }?.value.text
    let informed =
      transition == .submit
      ? order.chainNotices(gross: decidedGross ?? order.money.gross, caller.rulebook.people, at: caller.now)
      : []
    return informed + furtherNotices
      + transition.notices(
        of: order, officer: officer ?? order.officerID, number: number, reason: body["reason"]?.text,
        at: caller.now)
  }

  private func ledgerEffect() throws -> LedgerEffect {
    let decided = decidedGross ?? order.money.gross
    if let part {
      return transition == .confirmPaid ? try .paid(part.money.gross) : .none
    }
    let effect = try transition.ledgerEffect(
      gross: decided, accepted: acceptedGross ?? order.acceptedGross ?? order.money.gross)
    switch transition {
    // What the submission had set aside is freed, whatever the order costs now.
    case .issue:
      return LedgerEffect(reserved: try Rupiah.zero.subtracting(order.money.gross), committed: decided)
    case .answerAmendment: return LedgerEffect(committed: try decided.subtracting(order.money.gross))
    // Parts that were paid by themselves are realised already.
    case .confirmPaid: return try .paid(try rest.gross)
    case .closeDispute where nextState != .terminated:
      return LedgerEffect(committed: try (acceptedGross ?? order.money.gross).subtracting(order.money.gross))
    case .closeDispute where nextState == .terminated:
      return LedgerEffect(committed: try (acceptedGross ?? .zero).subtracting(order.money.gross))
    default: return effect
    }
  }

  private var update: SQL {
    let common: [SQL] = [
      "state = \(nextState.rawValue)", "version = version + 1", "updated_at = \(caller.now)",
    ]
    return """
      UPDATE purchase_order SET \(SQL(joining: common + changes, separator: ", ")) WHERE id = \(order.id)
      """
  }

  /// When an order that was paid then closes by itself.
  func closing(of paidAt: Date) -> Date {
    paidAt + TimeInterval(caller.rulebook.deadlines.closeDays * 86_400)
  }

  private func timerStatements() throws -> [SQL] {
    // The notice of a breach is a step of its own: it starts the time to mend it.
    guard part == nil, !isProposal || transition == .terminate, !nextState.isFinal else { return [] }
    let pay = situation.deadlines.first { $0.kind == OrderTimer.pay.rawValue }
    var facts = TimerFacts(
      instant: caller.now, isFood: order.isFood, payDue: pay?.dueAt, payWorkingDaysLeft: pay?.workingDaysLeft)
    facts.categories = Set(situation.lines.map(\.category))
    let rulebook = try caller.rulebook.of(unit: order.unitPath)
    var statements = transition.timerChanges(facts, rulebook).map { $0.statement(order: order.id) }
    if [.confirmPaid, .settle].contains(transition) {
      statements.append(HiddenTimer.close.start(order: order.id, due: closing(of: caller.now)))
    }
    return statements
  }
}

extension OrderTransition {
  /// Whether nothing can lie over the order any more: it ended, or the vendor was never to hear of it.
  fileprivate var isEnd: Bool { [.close, .reject, .withdraw, .discard].contains(self) }
}

extension TimerChange {
  /// Only the timers of acceptance and of disputes do something by themselves; the others warn.
  func statement(order: UUID) -> SQL {
    switch self {
    case .start(let timer, let due):
      """
      INSERT INTO order_timer (order_id, kind, due_at, fires)
      VALUES (\(order), \(timer.rawValue), \(due), \([.accept, .dispute].contains(timer)))
      ON CONFLICT (order_id, kind) DO UPDATE SET due_at = excluded.due_at, fires = excluded.fires,
        working_days_left = NULL
      """
    case .stop(let timer):
      "DELETE FROM order_timer WHERE order_id = \(order) AND kind = \(timer.rawValue)"
    case .pause(let timer, let left):
      """
      UPDATE order_timer SET working_days_left = \(left)
      WHERE order_id = \(order) AND kind = \(timer.rawValue)
      """
    }
  }
}
