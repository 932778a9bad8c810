import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement

extension Subject {
  /// A need to whose offers the caller has a way: officials see the need, a vendor was asked for an offer.
  static let offersOfNeed = Subject(
    parameter: "id",
    select: {
      """
      SELECT n.path, ARRAY(SELECT i.vendor_id FROM request_for_offers r JOIN request_invitation i ON i.request_id = r.id
                           WHERE r.need_id = d.id)
      FROM need d JOIN unit n ON n.id = d.unit_id WHERE d.id = \($0)
      """
    },
    isVisible: { result, actor in
      guard let (path, invited) = try result.first(as: (SQLArray<String>, SQLArray<UUID>).self) else {
        return false
      }
      return actor.vendorID.map(invited.elements.contains) ?? actor.reaches(unitPath: path.elements)
    })

  /// An offer on which the caller may do this at all.
  static func offer(for transition: OfferTransition) -> Subject {
    Subject(parameter: "id", select: OfferRow.select) { result, actor in
      try result.first(OfferRow.self)?.lets(actor, transition) ?? false
    }
  }
}
