import AuditLog
import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// The rows of a new order and the order as it is answered, made from the same values.
struct OrderPlacement {
  let view: OrderView
  private let caller: Caller
  private let decision: Decision
  private let audits: [AuditEntry]
  private let need: NeedRow?
  private let kept: KeptDecision
  private let told: [JSONMember]
  private let offer: UUID?
  private let reason: String?

  /// - Parameter reason: why this offer was selected, where that had to be said.
  init(_ draft: OrderDraft, _ decision: Decision, reason: String? = nil, _ caller: Caller) {
    self.caller = caller
    self.reason = reason
    offer = draft.offer
    self.decision = decision
    need = draft.need
    kept = KeptDecision(draft.facts(caller), decision, draft.context, caller)
    let lines = zip(draft.items, decision.lines).map { item, amounts in
      OrderLineRecord(item.product, quantity: item.quantity, amounts: amounts, at: caller.now)
    }
    let order = OrderRecord(draft, decision, caller)
    let transitions: [OrderTransition] = draft.input.submits ? [.create, .submit] : [.create]
    var from: OrderState?
    var state = OrderState.draft
    var events: [OrderEvent] = []
    var audits: [AuditEntry] = []
    let told = draft.office?.told ?? []
    self.told = told
    for (position, transition) in transitions.enumerated() {
      state = transition.rule.outcome(from: state)
      let event = OrderEvent(
        position: position, at: caller.now, by: caller.actor.name, role: Role.procurementOfficer.rawValue,
        transition: transition, from: from, to: state, reason: nil, office: draft.office)
      events.append(event)
      audits.append(
        caller.orderEntry(
          event, order: order.id,
          effect: transition == .submit ? LedgerEffect(reserved: order.money.gross) : .none,
          detail: [JSONMember(name: "gross", value: JSONValue(order.money.gross))] + told
            // The decision is that of the last of them.
            + (position == transitions.count - 1 ? [kept.told] : [])))
      from = state
    }
    self.audits = audits
    view = OrderView(order: order, lines: lines, events: events)
  }

  /// Order, lines, history, ledger and audit entries.
  var insertions: [SQL] {
    var statements = audits.map(\.insertion)
    statements.append(view.order.insertion(decision, caller))
    statements.append(OrderLineRecord.insertion(view.lines, order: view.order.id))
    for (event, audit) in zip(view.events, audits) {
      statements.append(
        event.insertion(
          order: view.order.id, user: caller.actor.userID, audit: audit.id, at: caller.now,
          detail: told.isEmpty ? nil : .object(told)))
    }
    statements += kept.rulesInsertion(at: caller.now)
    if let audit = audits.last, let event = view.events.last {
      statements.append(
        kept.insertion(order: view.order.id, step: event.transition, audit: audit.id, at: caller.now))
    }
    if view.order.state == .submitted, let audit = audits.last {
      let effect = LedgerEffect(reserved: view.order.money.gross)
      statements += effect.statements(
        line: view.order.budgetLineID, order: view.order.id, transition: .submit, audit: audit.id,
        at: caller.now)
      var facts = TimerFacts(instant: caller.now, isFood: view.order.isFood)
      facts.categories = Set(view.lines.map(\.category))
      statements += OrderState.submitted.reminderInsertions(order: view.order.id, facts, caller.rulebook)
      statements += OrderTransition.submit.notices(
        of: view.order, officer: view.order.officerID, number: nil, reason: nil, at: caller.now)
      statements += view.order.chainNotices(
        gross: view.order.money.gross, caller.rulebook.people, at: caller.now)
    }
    if view.order.state == .submitted { statements += flags }
    if let need {
      statements += need.ordered(
        by: view.order.id, offer == nil ? .chooseDirect : .select, reason: reason, caller)
    }
    return statements
  }

  /// What the decision holds against an order that goes to the commitment officer at once.
  private var flags: [SQL] {
    let order = view.order
    let subject = FlagSubject(
      unitID: order.unitID, orderID: order.id, vendorID: order.vendorID, packageID: order.packageID,
      needID: order.needID, officerID: order.officerID, key: "order:\(order.id.lowercased)")
    return decision.flags(of: subject).flatMap { $0.statements(nil, caller) }
  }
}

extension Caller {
  /// The audit entry of one event of an order: what its history says, and what it moved on the budget line.
  func orderEntry(
    _ event: OrderEvent, order: UUID, effect: LedgerEffect, detail: [JSONMember] = []
  ) -> AuditEntry {
    AuditEntry(
      at: now, actor: event.role == "system" ? "system" : actor.userID.lowercased, role: event.role,
      action: "order.\(event.transition)", subjectType: "order", subjectID: order.lowercased,
      ruleVersion: rulebook.version,
      detail: .object(
        [
          JSONMember(name: "from", value: JSONValue(event.from)),
          JSONMember(name: "to", value: .string(event.to)),
          JSONMember(name: "reason", value: JSONValue(event.reason)),
          JSONMember(name: "budget", value: effect.json),
        ] + detail))
  }
}

extension LedgerEffect {
  var isNone: Bool { self == .none }

  var json: JSONValue {
    ["reserved": JSONValue(reserved), "committed": JSONValue(committed), "realised": JSONValue(realised)]
  }

  /// Moves the line's amounts, which its CHECK bounds, and records the movement.
  func statements(line: UUID, order: UUID, transition: OrderTransition, audit: UUID, at now: Date) -> [SQL] {
    guard !isNone else { return [] }
    return [
      """
      UPDATE budget_line SET reserved = reserved + \(reserved), committed = committed + \(committed),
        realised = realised + \(realised) WHERE id = \(line)
      """,
      """
      INSERT INTO budget_entry (id, budget_line_id, order_id, at, transition, reserved, committed, realised, audit_id)
      VALUES (\(UUID.version7(at: now)), \(line), \(order), \(now), \(transition.rawValue), \(reserved),
        \(committed), \(realised), \(audit))
      """,
    ]
  }
}

extension OrderEvent {
  func insertion(order: UUID, user: UUID?, audit: UUID, at now: Date, detail: JSONValue? = nil) -> SQL {
    """
    INSERT INTO order_event (id, order_id, position, at, user_id, actor_name, role, transition, from_state,
      to_state, reason, detail, audit_id)
    VALUES (\(UUID.version7(at: now)), \(order), \(position), \(at), \(user), \(by), \(role), \(transition),
      \(from), \(to), \(reason), \(detail.map { JSONB($0.encoded) }), \(audit))
    """
  }
}
