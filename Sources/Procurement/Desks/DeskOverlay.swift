package import Authentication
package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON

/// A dispute, a proposal or a hold that lies over an order, as a desk shows it.
package struct DeskOverlay: RowDecodable, Sendable {
  static let most = 40

  package let orderID: UUID
  package let number: String?
  package let vendorName: String
  package let kind: OrderOverlay
  package let side: OrderSide
  package let until: Date?
  package let isAnswered: Bool
  private let userID: UUID
  private let unitPath: [String]
  private let year: Int
  private let officerID: UUID?

  package init(row: inout Row) throws {
    orderID = try row.next()
    number = try row.next(String?.self)
    vendorName = try row.next()
    kind = try row.code()
    side = try row.code()
    until = try row.next(Date?.self)
    isAnswered = try row.next()
    userID = try row.next()
    unitPath = try row.next(SQLArray<String>.self).elements
    year = try row.next()
    officerID = try row.next(UUID?.self)
  }

  /// Whether this person has to act: an answer is the other side's, the decision on a dispute the budget owner's, and
  /// a hold is lifted by whoever laid it down or the budget owner.
  package func waits(for actor: Actor) -> Bool {
    let roles = Set(actor.offices(onUnit: unitPath, year: year, officer: officerID).map(\.role))
    switch kind {
    case .hold: return roles.contains(.budgetOwner) || userID == actor.userID
    case .disputeOpen where isAnswered: return roles.contains(.budgetOwner)
    case .disputeOpen, .amendmentPending, .cancelProposed:
      return side == .vendor && roles.contains(.commitmentOfficer)
    }
  }

  static func select(_ scope: SQL) -> SQL {
    """
    SELECT o.id, o.number, o.vendor_name, v.kind, v.side, v.until, v.detail ? 'answer', v.user_id, n.path, p.year,
           o.commitment_officer_id
    FROM order_overlay v JOIN purchase_order o ON o.id = v.order_id JOIN unit n ON n.id = o.unit_id
    JOIN package p ON p.id = o.package_id
    WHERE v.ended_at IS NULL AND \(scope) ORDER BY v.until, v.at LIMIT \(most)
    """
  }
}
