import AuditLog
import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A person takes an order one step on.
package struct TransitionOrder: Sendable {
  private let id: UUID
  private let transition: OrderTransition
  private let body: JSONValue

  package init(_ id: UUID, _ transition: OrderTransition, body: JSONValue) {
    self.id = id
    self.transition = transition
    self.body = body
  }

  /// - Throws: `Refusal` in the order of api.md §2: 404, 412, 409, 403, 422, 409.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await write(lease, reading: Self.reads(id)) { transaction, results in
      let situation = try OrderSituation(results[...])
      guard situation.order.isVisible(to: caller.actor) else { throw Refusal.notFound }
      try write.checkPrecondition(version: situation.order.version)
      try check(situation.order, caller)
      var step = OrderStep(situation, transition, by: .person(caller.actor), body: body, caller: caller)
      try await step.prepare(transaction)
      for statement in try step.writes() { transaction.enqueue(statement) }
      let view = try await transaction.pipeline(OrderView.selects(id))
      guard let after = try OrderView(view[...]) else { throw Refusal.notFound }
      return try after.answer(for: caller.actor)
    }
  }

  /// The order, its lines and deadlines, and the vendor, all that a step needs; the order is locked.
  static func reads(_ id: UUID) -> [SQL] {
    [
      OrderRecord.selectForUpdate(id), OrderLineRecord.select(order: id), OrderDeadline.select(order: id),
      "SELECT coalesce(max(position), -1) + 1 FROM order_event WHERE order_id = \(id)",
      """
      SELECT v.state, v.vat_registered FROM vendor v
      WHERE v.id = (SELECT vendor_id FROM purchase_order WHERE id = \(id))
      """,
    ]
  }

  private func check(_ order: OrderRecord, _ caller: Caller) throws {
    guard transition.leads(from: order.state) else { throw Refusal.wrongState(order.state.rawValue) }
    let conflict = order.duties.conflict(
      performing: transition, person: caller.actor.person, kpaAsPPK: order.kpaAsPPK)
    if let conflict, !transition.isProposal(by: order.effectiveRoles(of: caller.actor)) {
      throw Refusal.separationOfDuties(conflict)
    }
    guard !order.effectiveRoles(of: caller.actor).isDisjoint(with: transition.rule.roles) else {
      throw Refusal.notFound
    }
  }
}

/// What is known of an order when it takes a step.
struct OrderSituation: Sendable {
  let order: OrderRecord
  let lines: [OrderLineRecord]
  let deadlines: [OrderDeadline]
  let nextPosition: Int
  let vendorState: VendorState
  let vendorIsVatRegistered: Bool

  /// - Throws: `Refusal.notFound` where there is no such order.
  init(_ results: ArraySlice<Result>) throws {
    let results = Array(results)
    guard let order = try results[0].first(OrderRecord.self) else { throw Refusal.notFound }
    self.order = order
    lines = try results[1].rows(OrderLineRecord.self)
    deadlines = try results[2].rows(OrderDeadline.self)
    nextPosition = try results[3].scalar(Int.self) ?? 0
    let vendor = try results[4].first(as: (String, Bool).self)
    vendorState = vendor.flatMap { VendorState(rawValue: $0.0) } ?? .draft
    vendorIsVatRegistered = vendor?.1 ?? false
  }
}
