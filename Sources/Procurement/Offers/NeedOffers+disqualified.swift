import EOrderRules
import Foundation
import Postgres

extension NeedOffers {
  /// Which of the opened offers count for nothing now that it is decided, and that somebody should look at the
  /// vendors: one that counts can be what makes a vendor's offers enough to be judged.
  var disqualifications: [SQL] {
    let opened = offers.filter { $0.offer.openedAt != nil }
    let barred = opened.filter { !$0.isEligible }.map(\.offer.id)
    return [
      """
      UPDATE offer SET disqualified = (id = ANY (\(SQLArray(barred)))) WHERE id = ANY (\(SQLArray(opened.map(\.offer.id))))
      """
    ] + (need.request.map { [OfferCheck.ask($0.id)] } ?? [])
  }
}

/// A request for offers whose disqualified vendors are to be looked at, by a worker and not in the step's own time.
enum OfferCheck {
  static func ask(_ request: UUID) -> SQL {
    "INSERT INTO offer_check (request_id) VALUES (\(request)) ON CONFLICT DO NOTHING"
  }
}
