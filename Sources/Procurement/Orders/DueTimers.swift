import Authentication
import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
package import Tenancy

/// Does what is due in one province: lets orders expire that nobody accepted, closes those that were paid
/// two weeks ago.
package struct DueTimers: Sendable {
  private let tenant: Tenant
  private let now: Date

  package init(_ tenant: Tenant, at now: Date) {
    self.tenant = tenant
    self.now = now
  }

  /// Takes due timers one by one, each in a transaction of its own; a late or doubled run changes nothing.
  /// - Returns: the next due time, nil where nothing is waiting.
  package func run(_ lease: borrowing some Lease & ~Copyable) async throws -> Date? {
    while try await fireOne(lease) {}
    return try await lease.query(
      "SELECT min(due_at) FROM order_timer WHERE fires AND working_days_left IS NULL"
    ).scalar(Date.self)
  }

  private func fireOne(_ lease: borrowing some Lease & ~Copyable) async throws -> Bool {
    try await lease.transaction { transaction in
      let due = try await transaction.query(
        """
        SELECT t.order_id, t.kind FROM order_timer t JOIN purchase_order o ON o.id = t.order_id
        WHERE t.fires AND t.due_at <= \(now) AND t.working_days_left IS NULL
        ORDER BY t.due_at LIMIT 1 FOR UPDATE OF o SKIP LOCKED
        """
      ).first(as: (UUID, String).self)
      guard let (order, kind) = due else { return false }
      let situation = try OrderSituation(try await transaction.pipeline(TransitionOrder.reads(order))[...])
      let transition: OrderTransition = kind == OrderTimer.accept.rawValue ? .expire : .close
      guard transition.leads(from: situation.order.state) else {
        transaction.enqueue("DELETE FROM order_timer WHERE order_id = \(order) AND kind = \(kind)")
        return true
      }
      var step = OrderStep(situation, transition, by: .system, body: [:],
        caller: .system(tenant, at: now).notBefore(situation.lastEvent))
      try await step.prepare(transaction)
      for statement in try step.writes() { transaction.enqueue(statement) }
      return true
    }
  }
}

extension Caller {
  /// The service itself.
  static func system(_ tenant: Tenant, at now: Date) -> Caller {
    let nobody = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    return Caller(
      tenant: tenant,
      actor: Actor(
        sessionID: nobody, userID: nobody, person: "system", name: "e-Order", email: "", roles: [], unitID: nil,
        unitPath: [], vendorID: nil), now: now)
  }
}
