package import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// An order with all that belongs to it, as one caller sees it.
package struct OrderView: Sendable {
  package let order: OrderRecord
  package let lines: [OrderLineRecord]
  package let events: [OrderEvent]
  package let deadlines: [OrderDeadline]
  package let attachments: [OrderAttachment]
  package let overlays: [OverlayRecord]
  package let ratings: [OrderRating]
  package let parts: [OrderPart]

  /// Everything about one order in one round trip.
  package static func selects(_ id: UUID) -> [SQL] {
    [
      OrderRecord.select(id), OrderLineRecord.select(order: id), OrderEvent.select(order: id),
      OrderDeadline.select(order: id), OrderAttachment.select(order: id), OverlayRecord.select(order: id),
      OrderRating.select(order: id), OrderPart.select(order: id),
    ]
  }

  /// Nil where there is no such order.
  package init?(_ results: ArraySlice<Result>) throws {
    let results = Array(results)
    guard let order = try results[0].first(OrderRecord.self) else { return nil }
    self.order = order
    lines = try results[1].rows(OrderLineRecord.self)
    events = try results[2].rows(OrderEvent.self)
    deadlines = try results[3].rows(OrderDeadline.self)
    attachments = try results[4].rows(OrderAttachment.self)
    overlays = try results[5].rows(OverlayRecord.self)
    ratings = try results[6].rows(OrderRating.self)
    parts = try results[7].rows(OrderPart.self)
  }

  init(
    order: OrderRecord, lines: [OrderLineRecord], events: [OrderEvent], deadlines: [OrderDeadline] = [],
    attachments: [OrderAttachment] = [], overlays: [OverlayRecord] = [], ratings: [OrderRating] = [],
    parts: [OrderPart] = []
  ) {
    self.order = order
    self.lines = lines
    self.events = events
    self.deadlines = deadlines
    self.attachments = attachments
    self.overlays = overlays
    self.ratings = ratings
    self.parts = parts
  }

  /// These orders with all that belongs to them, in one more round trip.
  static func views(
    of orders: [OrderRecord], _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [OrderView] {
    guard !orders.isEmpty else { return [] }
    let ids = orders.map(\.id)
    let results = try await lease.pipeline([
      OrderLineRecord.select(orders: ids), OrderEvent.select(orders: ids), OrderDeadline.select(orders: ids),
      OrderAttachment.select(orders: ids), OverlayRecord.select(orders: ids), OrderRating.select(orders: ids),
      OrderPart.select(orders: ids),
    ])
    let lines = try Belonging<OrderLineRecord>.byOrder(results[0])
    let events = try Belonging<OrderEvent>.byOrder(results[1])
    let deadlines = try Belonging<OrderDeadline>.byOrder(results[2])
    let attachments = try Belonging<OrderAttachment>.byOrder(results[3])
    let overlays = try Belonging<OverlayRecord>.byOrder(results[4])
    let ratings = try Belonging<OrderRating>.byOrder(results[5])
    let parts = try Belonging<OrderPart>.byOrder(results[6])
    return orders.map { order in
      OrderView(
        order: order, lines: lines[order.id] ?? [], events: events[order.id] ?? [],
        deadlines: deadlines[order.id] ?? [], attachments: attachments[order.id] ?? [],
        overlays: overlays[order.id] ?? [], ratings: ratings[order.id] ?? [], parts: parts[order.id] ?? [])
    }
  }

  /// The order as JSON for this caller, with the transitions that are open to it now.
  /// - Parameter auditorMayHold: whether the province lets auditors hold orders (`hold.by_auditor`).
  package func json(for caller: Caller) throws -> JSONValue {
    try seen(by: caller.actor).seenJSON(for: caller)
  }

  private func seenJSON(for caller: Caller) throws -> JSONValue {
    let (actor, auditorMayHold) = (caller.actor, caller.rulebook.people.auditorMayHold)
    let decision = try JSONValue(parsing: order.decision)
    return .object(
      [
        member("id", JSONValue(order.id)), member("number", JSONValue(order.number)),
        member("state", .string(order.state.rawValue)), member("packageId", JSONValue(order.packageID)),
        member("needId", JSONValue(order.needID)),
        member("vendorState", actor.isVendor ? .null : JSONValue(order.vendorNow?.state.rawValue)),
        member("bankAccountChangedAt", actor.isVendor ? .null : JSONValue(order.vendorNow?.bankChangedAt)),
        member("bankCoolingUntil", actor.isVendor ? .null : JSONValue(order.vendorNow?.bankCoolingUntil)),
        member("unitId", JSONValue(order.unitID)),
        member("vendorId", JSONValue(order.vendorID)), member("vendorName", .string(order.vendorName)),
        member("budgetLineId", JSONValue(order.budgetLineID)),
        member("commitmentOfficerId", JSONValue(order.officerID)),
        member(
          "deliverTo",
          ["street": .string(order.terms.street), "regionCode": .string(order.terms.regionCode)]),
        member("deliverBy", JSONValue(order.terms.deliverBy)),
        member("paymentMode", .string(order.terms.paymentMode.rawValue)),
        member("note", JSONValue(order.terms.note)),
        member("justification", actor.isVendor ? .null : JSONValue(order.terms.justification)),
        member("catalogueCheck", actor.isVendor ? .null : order.terms.catalogueCheckJSON),
        member("comparedPrices", actor.isVendor ? [] : order.terms.comparedPricesJSON),
        member("lines", .array(lines.map(\.json))), member("totals", order.money.json),
        member("decision", actor.isVendor ? decision.withoutViolations : decision),
        member("invoice", order.invoice?.json ?? .null), member("payment", order.payment?.json ?? .null),
        member("timers", .array(deadlines.map { $0.json(in: caller.tenant.calendar.zone) })),
        member("history", .array(events.map(\.json))),
        member("documents", []), member("attachments", .array(attachments.map(\.json))),
        member("overlays", .array(overlays.filter(\.isShown).map { $0.json(isVendor: actor.isVendor) })),
        member("ratings", .array(ratings.map(\.json))),
        member(
          "allowedTransitions", .array(transitions(of: actor, auditorMayHold).map { .string($0.rawValue) })),
        member("ocid", .string(order.ocid)), member("createdAt", JSONValue(order.createdAt)),
        member("version", JSONValue(order.version)),
      ] + (try moneyMembers(caller)))
  }

  /// What this person may do with the order now, by state, role and duties.
  package func transitions(of actor: Actor, _ auditorMayHold: Bool = false) -> [OrderTransition] {
    allowedTransitions(
      state: order.state, roles: order.effectiveRoles(of: actor), overlays: overlays.kinds,
      duties: order.duties,
      person: actor.person, kpaAsPPK: order.kpaAsPPK
    ).filter { isOpen($0, to: actor, auditorMayHold) }
  }

  /// Whether this person, and not only somebody of its roles, may take the step: an answer is the other side's, a
  /// hold is lifted by whoever laid it down, and everybody rates once.
  private func isOpen(_ transition: OrderTransition, to actor: Actor, _ auditorMayHold: Bool) -> Bool {
    let side: OrderSide = actor.isVendor ? .vendor : .province
    if transition.isForOtherSide, let answered = transition.answers, overlays[answered]?.side == side {
      return false
    }
    switch transition {
    case .requestPayment, .approvePayment, .confirmPaid: return !overlays.disputeAll(of: order, parts)
    case .hold: return auditorMayHold || order.effectiveRoles(of: actor).contains(.budgetOwner)
    case .reissue: return !order.isGivenUp
    case .closeDispute: return !overlays.isOwnDispute(of: actor)
    case .rate: return !ratings.contains { $0.side == side }
    case .release:
      return order.effectiveRoles(of: actor).contains(.budgetOwner) || overlays[.hold]?.userID == actor.userID
    default: return true
    }
  }

  package func answer(for caller: Caller, status: Int = 200) throws -> Answer {
    Answer(status: status, body: try json(for: caller).encoded, etag: tag(for: caller.actor))
  }

  /// Officials see the vendor as it stands now, and whether the need went on without the order: the tag changes with both.
  private func tag(for actor: Actor) -> String {
    let vendor = actor.isVendor ? nil : order.vendorNow?.tag
    let need = actor.isVendor || !order.isGivenUp ? nil : "given-up"
    return ["v\(order.version)", need, vendor].compactMap(\.self).joined(separator: "-")
  }

  private func member(_ name: String, _ value: JSONValue) -> JSONMember {
    JSONMember(name: name, value: value)
  }
}

extension JSONValue {
  /// A decision as the vendor sees it: amounts and taxes, not what was held against the order.
  fileprivate var withoutViolations: JSONValue {
    guard let members else { return self }
    return .object(members.map { $0.name == "violations" ? JSONMember(name: $0.name, value: []) : $0 })
  }
}

/// A row that is led by the id of the order to which it belongs.
struct Belonging<Part: RowDecodable & Sendable>: RowDecodable, Sendable {
  let order: UUID
  let part: Part

  init(row: inout Row) throws {
    order = try row.next()
    part = try Part(row: &row)
  }

  /// The parts of each order, in the order of the rows.
  static func byOrder(_ result: Result) throws -> [UUID: [Part]] {
    Dictionary(grouping: try result.rows(Belonging<Part>.self), by: \.order).mapValues { $0.map(\.part) }
  }
}
