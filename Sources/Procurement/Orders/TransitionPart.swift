import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A person takes the payment of one part of an order one step on.
package struct TransitionPart: Sendable {
  let order: UUID
  private let part: UUID
  let transition: OrderTransition
  let body: JSONValue

  package init(order: UUID, part: UUID, _ transition: OrderTransition, body: JSONValue) {
    self.order = order
    self.part = part
    self.transition = transition
    self.body = body
  }

  /// - Throws: `Refusal` in the order of api.md §2: 404, 412, 409, 403, 422, 409.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await write(lease, reading: TransitionOrder.reads(order)) { transaction, results in
      let situation = try OrderSituation(results[...])
      guard situation.order.lets(caller.actor, transition),
        let part = situation.parts.first(where: { $0.id == part })
      else { throw Refusal.notFound }
      try write.checkPrecondition(version: situation.order.version)
      if situation.overlays[.hold] != nil, transition != .query {
        throw Refusal.conflict(code: "on_hold", pointer: nil)
      }
      if transition.isPayment, situation.overlays.disputeAll(of: part, situation.order) {
        throw Refusal.conflict(code: "dispute_open", pointer: nil)
      }
      try situation.checkPart(part, transition, caller.rulebook)
      let conflict = part.duties.together(with: situation.order.duties).conflict(
        performing: transition, person: caller.actor.person, kpaAsPPK: situation.order.kpaAsPPK)
      if let conflict { throw Refusal.separationOfDuties(conflict) }
      var step = OrderStep(
        situation, transition, by: .person(caller.actor), body: body,
        caller: caller.after(situation.lastEvent))
      step.part = part
      try await step.prepare(transaction)
      for statement in try step.writes() { transaction.enqueue(statement) }
      let view = try await transaction.pipeline(OrderView.selects(order))
      guard let after = try OrderView(view[...]) else { throw Refusal.notFound }
      return try after.answer(for: caller)
    }
  }
}
