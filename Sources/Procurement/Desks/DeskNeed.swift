package import Authentication
package import EOrderRules
package import Foundation
package import Postgres

/// A need that no order stands for yet, as a desk shows it.
package struct DeskNeed: RowDecodable, Sendable {
  static let most = 60

  package let id: UUID
  package let title: String
  package let state: NeedState
  package let unitName: String
  package let ownEstimate: Rupiah?
  package let officerName: String?
  package let dueAt: Date?
  /// Needs that are open within the reader's reach.
  package let ofAll: Int
  private let unitPath: [String]
  private let year: Int
  private let commitmentOfficerID: UUID
  private let officerID: UUID?

  package init(row: inout Row) throws {
    id = try row.next()
    title = try row.next()
    state = try row.code()
    unitName = try row.next()
    ownEstimate = try row.next(Rupiah?.self)
    officerName = try row.next(String?.self)
    dueAt = try row.next(Date?.self)
    ofAll = try row.next()
    unitPath = try row.next(SQLArray<String>.self).elements
    year = try row.next()
    commitmentOfficerID = try row.next()
    officerID = try row.next(UUID?.self)
  }

  /// Whether it waits for this person: the commitment officer until it is handed on, then the procurement officer to
  /// whom it was given, who waits in turn while the seals are on.
  package func waits(for actor: Actor) -> Bool {
    let offices = actor.offices(onUnit: unitPath, year: year, officer: commitmentOfficerID)
    switch state {
    case .assigned, .prepared: return offices.contains { $0.role == .commitmentOfficer }
    case .withOfficer, .evaluating:
      return offices.contains { office in
        office.role == .procurementOfficer
          && officerID.map { office.stands(for: $0, holder: actor.userID) } ?? false
      }
    case .offersOpen, .ordered, .cancelled: return false
    }
  }

  static func select(_ scope: SQL) -> SQL {
    """
    SELECT d.id, d.title, d.state, n.name, d.own_estimate, u.name, t.due_at, count(*) OVER (), n.path, p.year,
           d.commitment_officer_id, d.officer_id
    FROM need d JOIN unit n ON n.id = d.unit_id JOIN package p ON p.id = d.package_id
    LEFT JOIN app_user u ON u.id = d.officer_id
    LEFT JOIN LATERAL (SELECT min(due_at) AS due_at FROM need_timer WHERE need_id = d.id) t ON true
    WHERE d.state NOT IN ('ordered', 'cancelled') AND \(scope)
    ORDER BY t.due_at, d.created_at, d.id LIMIT \(most)
    """
  }
}
