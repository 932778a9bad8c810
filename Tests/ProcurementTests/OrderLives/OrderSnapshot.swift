import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Testing

@testable import Procurement

/// Everything that the database says of one order and of the money behind it.
struct OrderSnapshot {
  let view: OrderView
  let events: [StoredEvent]
  /// What the order has moved on its budget line.
  let moved: [Int64]
  /// Ceiling, reserved, committed and realised of the line, then the sums of its ledger.
  let line: [Int64]
  let paid: Int64?
  /// Entries of the history without an audit entry that names actor and rules.
  let unaudited: Int64
  /// Changes when anything of the order or of money does; an auditor may be told of what was refused.
  let digest: String

  var order: OrderRecord { view.order }
  var state: OrderState { order.state }

  static func read(_ id: UUID, _ province: TestProvince) async throws -> OrderSnapshot {
    let views = OrderView.selects(id)
    let results = try await province.lease.pipeline(
      views + [history(id), money(id), unaudited(id), digest(id)])
    let view = try #require(try OrderView(results[..<views.count]))
    let rest = Array(results[views.count...])
    let sums = try #require(try rest[1].first(as: (SQLArray<Int64>, SQLArray<Int64>, Int64?).self))
    return OrderSnapshot(
      view: view,
      events: try rest[0].rows(as: (String, String?, String, String, String, String?, String?).self).map {
        StoredEvent(
          transition: $0.0, from: $0.1, to: $0.2, role: $0.3, person: $0.4, reason: $0.5,
          detail: try $0.6.map { try JSONValue(parsing: Array($0.utf8)) } ?? [:])
      },
      moved: sums.0.elements, line: sums.1.elements, paid: sums.2,
      unaudited: try rest[2].scalar(Int64.self) ?? 0, digest: try rest[3].scalar(String.self) ?? "")
  }

  private static func history(_ id: UUID) -> SQL {
    """
    SELECT e.transition, e.from_state, e.to_state, e.role, coalesce(u.person, 'system'), e.reason, e.detail::text
    FROM order_event e LEFT JOIN app_user u ON u.id = e.user_id WHERE e.order_id = \(id) ORDER BY e.position
    """
  }

  private static func money(_ id: UUID) -> SQL {
    """
    SELECT (SELECT ARRAY[coalesce(sum(reserved), 0), coalesce(sum(committed), 0), coalesce(sum(realised), 0)]::bigint[]
            FROM budget_entry WHERE order_id = \(id)),
           (SELECT ARRAY[b.ceiling, b.reserved, b.committed, b.realised, coalesce(sum(e.reserved), 0),
                         coalesce(sum(e.committed), 0), coalesce(sum(e.realised), 0)]::bigint[]
            FROM budget_entry e WHERE e.budget_line_id = b.id),
           o.paid_amount
    FROM purchase_order o JOIN budget_line b ON b.id = o.budget_line_id WHERE o.id = \(id)
    """
  }

  private static func unaudited(_ id: UUID) -> SQL {
    """
    SELECT count(*) FROM order_event e LEFT JOIN audit_entry a ON a.id = e.audit_id
    WHERE e.order_id = \(id) AND (a.id IS NULL OR coalesce(a.rule_version, '') = '' OR coalesce(a.actor, '') = '')
    """
  }

  private static func digest(_ id: UUID) -> SQL {
    """
    SELECT md5(concat_ws('|',
      (SELECT o::text FROM purchase_order o WHERE o.id = \(id)),
      (SELECT string_agg(l::text, '|' ORDER BY l.id) FROM order_line l WHERE l.order_id = \(id)),
      (SELECT string_agg(t::text, '|' ORDER BY t.kind) FROM order_timer t WHERE t.order_id = \(id)),
      (SELECT string_agg(v::text, '|' ORDER BY v.id) FROM order_overlay v WHERE v.order_id = \(id)),
      (SELECT string_agg(r::text, '|' ORDER BY r.side) FROM order_rating r WHERE r.order_id = \(id)),
      (SELECT string_agg(b::text, '|' ORDER BY b.id) FROM budget_line b),
      (SELECT string_agg(n::text, '|' ORDER BY n.unit_id, n.year) FROM order_number n),
      (SELECT count(*) FROM order_event), (SELECT count(*) FROM audit_entry WHERE subject_type = 'order'),
      (SELECT count(*) FROM budget_entry)))
    """
  }
}
