import Authentication
import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
package import Tenancy

/// Does what is due in one province: lets orders expire that nobody accepted, closes those that were paid
/// two weeks ago, takes for paid what was paid part by part, ends holds, takes a proposal that nobody answered for
/// refused, lets mediation begin in a dispute, and reminds whom an order waits for.
package struct DueTimers: Sendable {
  private let tenant: Tenant
  private let now: Date

  package init(_ tenant: Tenant, at now: Date) {
    self.tenant = tenant
    self.now = now
  }

  /// Takes due timers one by one, each in a transaction of its own; a late or doubled run changes nothing.
  /// - Returns: the next due time, nil where nothing is waiting.
  /// - Throws: what kept a timer from it, after all others had their turn; that one is tried again after an hour.
  package func run(_ lease: borrowing some Lease & ~Copyable) async throws -> Date? {
    var failure: (any Error)?
    repeat {
      do {
        guard try await fireOne(lease) else { break }
      } catch let failed as FailedTimer {
        failure = failed.reason
        _ = try await lease.query(postponement(of: failed.kind, order: failed.order))
      }
    } while true
    if let failure { throw failure }
    return try await lease.query(
      "SELECT min(t.due_at) FROM order_timer t WHERE t.fires AND t.working_days_left IS NULL AND \(Self.isFree)"
    ).scalar(Date.self)
  }

  /// While an order is held, nothing but the end of the hold falls due.
  private static let isFree: SQL = """
    (t.kind = 'hold' OR NOT EXISTS (
      SELECT FROM order_overlay v WHERE v.order_id = t.order_id AND v.kind = 'hold' AND v.ended_at IS NULL))
    """

  /// What stands in the way of a step is looked at again after an hour.
  private static let blockedFor: TimeInterval = 3600

  /// What a timer of this kind does.
  private static func transition(of kind: String) -> OrderTransition? {
    if kind == OrderTimer.accept.rawValue { return .expire }
    switch HiddenTimer(rawValue: kind) {
    case .close: return .close
    case .amendment: return .answerAmendment
    case .hold: return .release
    case .settle: return .settle
    case nil: return nil
    }
  }

  private func fireOne(_ lease: borrowing some Lease & ~Copyable) async throws -> Bool {
    var due: (UUID, String)?
    do {
      return try await lease.transaction { transaction in
        due = try await transaction.query(
          """
          SELECT t.order_id, t.kind FROM order_timer t JOIN purchase_order o ON o.id = t.order_id
          WHERE t.fires AND t.due_at <= \(now) AND t.working_days_left IS NULL AND \(Self.isFree)
          ORDER BY t.due_at LIMIT 1 FOR UPDATE OF o SKIP LOCKED
          """
        ).first(as: (UUID, String).self)
        guard let (order, kind) = due else { return false }
        return try await fire(kind, order, transaction)
      }
    } catch let reason where (reason as? PostgresError)?.isTransient != true {
      // What the database refuses at COMMIT is the timer's own fault too.
      guard let (order, kind) = due else { throw reason }
      throw FailedTimer(order: order, kind: kind, reason: reason)
    }
  }

  private func postponement(of kind: String, order: UUID) -> SQL {
    "UPDATE order_timer SET due_at = \(now + Self.blockedFor) WHERE order_id = \(order) AND kind = \(kind)"
  }

  private func fire(_ kind: String, _ order: UUID, _ transaction: borrowing Transaction) async throws -> Bool
  {
    if let reminder = OrderReminder(rawValue: kind) {
      guard let record = try await transaction.query(OrderRecord.select(order)).first(OrderRecord.self)
      else {
        return false
      }
      for statement in reminder.notices(of: record, at: now) { transaction.enqueue(statement) }
      transaction.enqueue("DELETE FROM order_timer WHERE order_id = \(order) AND kind = \(kind)")
      return true
    }
    let situation = try OrderSituation(try await transaction.pipeline(TransitionOrder.reads(order))[...])
    if kind == OrderTimer.dispute.rawValue, let dispute = situation.overlays[.disputeOpen] {
      let rulebook = tenant.observing(situation.holidays).rulebook
      let timer = DisputeTimer(order: situation.order, dispute: dispute, now: now)
      for statement in timer.statements(rulebook) { transaction.enqueue(statement) }
      return true
    }
    let transition = Self.transition(of: kind)
    guard let transition, transition.leads(from: situation.order.state),
      transition.answers.map({ situation.overlays[$0] != nil }) != false,
      transition != .settle || situation.isPaidInParts
    else {
      transaction.enqueue("DELETE FROM order_timer WHERE order_id = \(order) AND kind = \(kind)")
      return true
    }
    if transition.blocked(by: situation.overlays.kinds) != nil {
      transaction.enqueue(postponement(of: kind, order: order))
      return true
    }
    var step = OrderStep(
      situation, transition, by: .system, body: transition == .answerAmendment ? ["accept": false] : [:],
      caller: .system(tenant, at: now).after(situation.lastEvent))
    try await step.prepare(transaction)
    for statement in try step.writes() { transaction.enqueue(statement) }
    return true
  }
}

/// A timer that could not do its work, and would not the next moment either.
private struct FailedTimer: Error {
  let order: UUID
  let kind: String
  let reason: any Error
}

extension Caller {
  /// Whether nobody but the service itself acts.
  var isSystem: Bool { actor.roles.isEmpty && actor.person == "system" }

  /// The service itself.
  static func system(_ tenant: Tenant, at now: Date) -> Caller {
    let nobody = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    return Caller(
      tenant: tenant,
      actor: Actor(
        sessionID: nobody, userID: nobody, person: "system", name: "e-Order", email: "", roles: [],
        unitID: nil,
        unitPath: [], vendorID: nil), now: now)
  }
}
