import AuditLog
package import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A person takes an order one step on.
package struct TransitionOrder: Sendable {
  let id: UUID
  let transition: OrderTransition
  let body: JSONValue

  package init(_ id: UUID, _ transition: OrderTransition, body: JSONValue) {
    self.id = id
    self.transition = transition
    self.body = body
  }

  /// - Throws: `Refusal` in the order of api.md §2: 404, 412, 409, 403, 422, 409.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try TransitionInput.check(transition, body)
    do {
      return try await take(caller, write, lease)
    } catch Refusal.rulesViolated(let decision) {
      let refused = RefusedOrder(
        decision: decision, package: "(SELECT package_id FROM purchase_order WHERE id = \(id))",
        vendor: "(SELECT vendor_id FROM purchase_order WHERE id = \(id))", order: id)
      try await refused.tell(caller, lease)
      throw Refusal.rulesViolated(decision)
    }
  }

  private func take(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await write(lease, reading: Self.reads(id)) { transaction, results in
      let situation = try OrderSituation(results[...])
      guard situation.order.lets(caller.actor, transition) else { throw Refusal.notFound }
      guard mayHold(situation.order, caller) else { throw Refusal.forbidden }
      try write.checkPrecondition(version: situation.order.version)
      try check(situation, caller)
      var step = OrderStep(
        situation, transition, by: .person(caller.actor), body: body,
        caller: caller.after(situation.lastEvent))
      try await step.prepare(transaction)
      for statement in try step.writes() { transaction.enqueue(statement) }
      let view = try await transaction.pipeline(OrderView.selects(id))
      guard let after = try OrderView(view[...]) else { throw Refusal.notFound }
      return try after.answer(for: caller)
    }
  }

  /// An auditor holds orders only where the province lets it (`hold.by_auditor`).
  private func mayHold(_ order: OrderRecord, _ caller: Caller) -> Bool {
    transition != .hold || caller.rulebook.people.auditorMayHold
      || order.effectiveRoles(of: caller.actor).contains(.budgetOwner)
  }

  /// The order, its lines and deadlines, and the vendor, all that a step needs; the order is locked.
  static func reads(_ id: UUID) -> [SQL] {
    [
      OrderRecord.selectForUpdate(id), OrderLineRecord.select(order: id), OrderDeadline.select(order: id),
      """
      SELECT coalesce(max(position), -1) + 1,
             greatest(max(at), (SELECT updated_at FROM purchase_order WHERE id = \(id)))
      FROM order_event WHERE order_id = \(id)
      """,
      OrderSituation.Vendor.select(order: id), OverlayRecord.select(order: id), OrderRating.select(order: id),
      "\(NeedRow.columns) WHERE d.id = (SELECT need_id FROM purchase_order WHERE id = \(id)) FOR UPDATE OF d",
      HolidayRow.select,
      OrderPart.select(order: id),
    ]
  }

  private func check(_ situation: OrderSituation, _ caller: Caller) throws {
    let order = situation.order
    guard transition.leads(from: order.state) else { throw Refusal.wrongState(order.state.rawValue) }
    if situation.hasExpired(at: caller.now) { throw Refusal.wrongState(OrderState.expired.rawValue) }
    // Somebody may have given the order up while this caller waited for the need.
    if transition == .reissue, let need = situation.need, need.orderID != order.id {
      throw Refusal.conflict(code: "need_went_on", pointer: nil)
    }
    try checkOverlays(situation, caller.actor)
    if transition.isPayment, situation.overlays.disputeAll(of: order, situation.parts) {
      throw Refusal.conflict(code: "dispute_open", pointer: nil)
    }
    let conflict = order.duties.conflict(
      performing: transition, person: caller.actor.person, kpaAsPPK: order.kpaAsPPK)
    if let conflict { throw Refusal.separationOfDuties(conflict) }
    if transition == .closeDispute, situation.overlays.isOwnDispute(of: caller.actor) {
      throw Refusal.ownOrder
    }
    // Submitting and issuing are decided by the rules, which tell of it as `COI1`.
    let isDecided = [.submit, .issue, .reissue].contains(transition)
    if !isDecided, Duty(transition) != nil, situation.vendor.isKin(to: caller.actor.userID) {
      throw Refusal.conflict(code: "conflict_of_interest", pointer: nil)
    }
  }
}

extension TransitionOrder {
  /// What lies over the order stops some steps, and others are answers to it.
  private func checkOverlays(_ situation: OrderSituation, _ actor: Actor) throws {
    if let overlay = transition.blocked(by: situation.overlays.kinds) {
      throw Refusal.conflict(code: overlay.code, pointer: nil)
    }
    guard let answered = transition.answers else { return }
    guard let overlay = situation.overlays[answered] else {
      throw Refusal.wrongState(situation.order.state.rawValue)
    }
    if transition.isForOtherSide, (overlay.side == .vendor) == actor.isVendor {
      throw Refusal.conflict(code: "own_proposal", pointer: nil)
    }
  }
}

extension OrderOverlay {
  /// The code of the problem where it stands in the way.
  fileprivate var code: String { self == .hold ? "on_hold" : rawValue }
}

extension OrderRecord {
  /// Whether the order is this person's to see and the transition one of its roles on it.
  package func lets(_ actor: Actor, _ transition: OrderTransition) -> Bool {
    isVisible(to: actor) && !effectiveRoles(of: actor).isDisjoint(with: transition.rule.roles)
  }
}

extension Caller {
  /// The same caller at a time that lies after what has happened already: who waited for the order's lock comes
  /// after those who held it.
  func after(_ last: Date?) -> Caller {
    guard let last, last >= now else { return self }
    return Caller(tenant: tenant, actor: actor, now: last.addingTimeInterval(0.000_001))
  }
}

/// What is known of an order when it takes a step.
struct OrderSituation: Sendable {
  let order: OrderRecord
  let lines: [OrderLineRecord]
  let deadlines: [OrderDeadline]
  let nextPosition: Int
  let lastEvent: Date?
  let vendor: Vendor
  let overlays: [OverlayRecord]
  let ratings: [OrderRating]
  /// The need that the order stands for.
  let need: NeedRow?
  /// What was laid down since the rules were written.
  let holidays: [Day: Holiday]
  /// What was handed over, part by part.
  let parts: [OrderPart]

  /// - Throws: `Refusal.notFound` where there is no such order.
  init(_ results: ArraySlice<Result>) throws {
    let results = Array(results)
    guard let order = try results[0].first(OrderRecord.self), let vendor = try results[4].first(Vendor.self)
    else {
      throw Refusal.notFound
    }
    self.order = order
    self.vendor = vendor
    lines = try results[1].rows(OrderLineRecord.self)
    deadlines = try results[2].rows(OrderDeadline.self)
    overlays = try results[5].rows(OverlayRecord.self)
    ratings = try results[6].rows(OrderRating.self)
    need = try results[7].first(NeedRow.self)
    holidays = try HolidayRow.days(results[8])
    parts = try results[9].rows(OrderPart.self)
    (nextPosition, lastEvent) = try results[3].first(as: (Int, Date?).self) ?? (0, nil)
  }

  /// Whether the vendor's time to accept is over, though no timer has seen to it yet.
  func hasExpired(at now: Date) -> Bool {
    order.state == .issued && overlays[.hold] == nil
      && deadlines.contains {
        $0.kind == OrderTimer.accept.rawValue && $0.workingDaysLeft == nil && $0.dueAt <= now
      }
  }

  /// The vendor as it stands now.
  struct Vendor: RowDecodable, Sendable {
    let state: VendorState
    let isVatRegistered: Bool
    /// Bank code and account number.
    let bank: String
    private let bankAtAcceptance: String?
    /// Whether the account goes by another name than the owner's and the business's, and no verifier has looked since
    /// it was changed whose it is (domain.md §7.4, `accept`).
    let isAccountUnchecked: Bool
    /// Officials who share particulars with it.
    private let kin: [UUID]

    func isKin(to user: UUID) -> Bool { kin.contains(user) }

    var hasChangedBank: Bool { bankAtAcceptance != nil && bankAtAcceptance != bank }

    init(row: inout Row) throws {
      state = VendorState(rawValue: try row.next()) ?? .draft
      isVatRegistered = try row.next()
      bank = try row.next()
      bankAtAcceptance = try row.next(String?.self)
      let isUnseen: Bool = try row.next()
      let account: String = try row.next()
      let isOwn = NameLikeness.owns(account, ownerName: try row.next(), businessName: try row.next())
      isAccountUnchecked = isUnseen && !isOwn
      kin = try row.next(SQLArray<UUID>.self).elements
    }

    static func select(order: UUID) -> SQL {
      """
      SELECT v.state, v.vat_registered, v.bank_code || ' ' || v.account_number, o.bank_at_acceptance,
             v.bank_changed_at IS NOT NULL AND v.bank_checked_at IS NULL, v.account_name, v.owner_name, v.business_name,
             ARRAY(SELECT DISTINCT x.user_id FROM vendor_trace t JOIN user_trace x ON x.kind = t.kind AND x.hash = t.hash
               WHERE t.vendor_id = v.id)
      FROM purchase_order o JOIN vendor v ON v.id = o.vendor_id WHERE o.id = \(order)
      """
    }
  }
}
