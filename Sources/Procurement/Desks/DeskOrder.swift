package import Authentication
package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON

/// An order that is under way, as a desk shows it.
package struct DeskOrder: RowDecodable, Sendable {
  /// Orders of one state that are read whole; of the others only the number counts.
  static let perState = 15

  package let id: UUID
  package let number: String?
  package let state: OrderState
  package let packageName: String
  package let unitName: String
  package let vendorName: String
  package let gross: Rupiah
  package let deliverBy: Day
  /// What is ordered first, by which a draft without a number is known.
  package let item: String?
  package let createdAt: Date
  /// Whether the technical officer has proposed the result of the inspection.
  package let isProposed: Bool
  /// Its next deadline; nil where none runs.
  package let dueAt: Date?
  /// Orders of its state within the reader's reach, and those of them whose deadline has passed.
  package let ofState: Int
  package let lateOfState: Int
  let unitPath: [String]
  let year: Int
  let officerID: UUID?
  let overlays: Set<OrderOverlay>
  let kpaAsPPK: Bool
  let duties: OrderDuties

  package init(row: inout Row) throws {
    id = try row.next()
    number = try row.next(String?.self)
    state = try row.code()
    packageName = try row.next()
    unitName = try row.next()
    vendorName = try row.next()
    gross = try row.next()
    deliverBy = try row.next()
    item = try row.next(String?.self)
    createdAt = try row.next()
    isProposed = try row.next()
    dueAt = try row.next(Date?.self)
    ofState = try row.next()
    lateOfState = try row.next()
    unitPath = try row.next(SQLArray<String>.self).elements
    year = try row.next()
    officerID = try row.next(UUID?.self)
    overlays = Set(try row.next(SQLArray<String>.self).elements.compactMap(OrderOverlay.init))
    kpaAsPPK = try row.next()
    duties = try OrderDuties(row: &row)
  }

  /// What this person may do with it now, by state, roles, overlays and duties.
  package func transitions(of actor: Actor) -> [OrderTransition] {
    let roles = Set(actor.offices(onUnit: unitPath, year: year, officer: officerID).map(\.role))
    return allowedTransitions(
      state: state, roles: roles, overlays: overlays, duties: duties, person: actor.person,
      kpaAsPPK: kpaAsPPK)
  }

  /// Orders under way within reach, the most urgent of each state first; the states are spelled out, so that the
  /// index of what is under way serves.
  static func select(_ scope: SQL, at now: Date) -> SQL {
    """
    WITH under_way AS (
      SELECT o.id, o.state, n.name, n.path, t.due_at,
             row_number() OVER (PARTITION BY o.state ORDER BY t.due_at, o.updated_at, o.id) AS place,
             count(*) OVER (PARTITION BY o.state) AS of_state,
             count(*) FILTER (WHERE t.due_at < \(now)) OVER (PARTITION BY o.state) AS late
      FROM purchase_order o JOIN unit n ON n.id = o.unit_id
      LEFT JOIN LATERAL (SELECT min(due_at) AS due_at FROM order_timer
        WHERE order_id = o.id AND working_days_left IS NULL AND kind <> 'close') t ON true
      WHERE o.state NOT IN ('paid', 'closed', 'rejected', 'cancelled', 'terminated') AND \(scope))
    SELECT o.id, o.number, o.state, p.name, u.name, o.vendor_name, o.gross, o.deliver_by,
           (SELECT l.name FROM order_line l WHERE l.order_id = o.id ORDER BY l.id LIMIT 1), o.created_at,
           o.state = 'delivered' AND o.proposed_person IS NOT NULL, u.due_at, u.of_state, u.late,
           u.path, p.year, o.commitment_officer_id,
           ARRAY(SELECT v.kind FROM order_overlay v WHERE v.order_id = o.id AND v.ended_at IS NULL),
           o.kpa_as_ppk, \(OrderDuties.columns)
    FROM under_way u JOIN purchase_order o ON o.id = u.id JOIN package p ON p.id = o.package_id
    WHERE u.place <= \(perState) ORDER BY u.due_at, o.updated_at, o.id
    """
  }
}
