import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderStep {
  /// The side for which whoever takes the step speaks.
  var side: OrderSide {
    if case .person(let actor) = taker, actor.isVendor { return .vendor }
    return .province
  }

  /// Lays something over the order.
  /// - Parameter until: when it ends by itself, or is due to be answered.
  mutating func lay(_ kind: OrderOverlay, until: Date? = nil, detail: JSONValue = [:]) {
    guard case .person(let actor) = taker else { return }
    let (order, now, reason, side) = (order.id, caller.now, body["reason"]?.text, side)
    withAudit { audit in
      """
      INSERT INTO order_overlay (id, order_id, kind, side, user_id, by_name, at, until, reason, detail, audit_id)
      VALUES (\(UUID.version7(at: now)), \(order), \(kind.rawValue), \(side.rawValue), \(actor.userID),
        \(actor.name), \(now), \(until), \(reason), \(JSONB(detail.encoded)), \(audit))
      """
    }
    if case .object(let members) = detail { self.detail += members }
  }

  /// Ends what lies over the order, with what was answered or decided.
  mutating func end(_ kind: OrderOverlay, adding members: [JSONMember] = []) {
    extra.append(
      """
      UPDATE order_overlay SET ended_at = \(caller.now), detail = detail || \(JSONB(JSONValue.object(members).encoded))
      WHERE order_id = \(order.id) AND kind = \(kind.rawValue) AND ended_at IS NULL
      """)
    detail += members
  }

  /// Ends everything that lies over an order which is over itself.
  mutating func endOverlays() {
    extra.append(
      "UPDATE order_overlay SET ended_at = \(caller.now) WHERE order_id = \(order.id) AND ended_at IS NULL")
    extra.append("DELETE FROM order_timer WHERE order_id = \(order.id)")
  }

  /// A deadline that acts by itself and that nobody is shown.
  mutating func startTimer(_ kind: HiddenTimer, due: Date) {
    extra.append(kind.start(order: order.id, due: due))
  }

  mutating func stopTimer(_ kind: HiddenTimer) {
    extra.append("DELETE FROM order_timer WHERE order_id = \(order.id) AND kind = \(kind.rawValue)")
  }
}

/// Deadlines that the service keeps for itself.
enum HiddenTimer: String, Sendable, CaseIterable {
  case close, amendment, hold, settle

  func start(order: UUID, due: Date) -> SQL {
    """
    INSERT INTO order_timer (order_id, kind, due_at, fires) VALUES (\(order), \(rawValue), \(due), true)
    ON CONFLICT (order_id, kind) DO UPDATE SET due_at = excluded.due_at, fires = excluded.fires,
      working_days_left = NULL
    """
  }
}
