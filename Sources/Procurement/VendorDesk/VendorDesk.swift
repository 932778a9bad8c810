import Authentication
package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
import Tenancy

/// What a vendor finds when it comes in: the orders that run, what was paid lately, what it may offer, its products.
package struct VendorDesk: Sendable {
  /// The orders that run, each with all that belongs to it.
  package let running: [OrderView]
  /// The last ones that were paid.
  package let paid: [OrderView]
  /// How many requests wait for an offer, and until when the first of them.
  package let openRequests: Int
  package let firstDeadline: Date?
  /// How many products it has in each state.
  package let products: [ProductState: Int]
  package let unreadNotices: Int
  /// Paid orders that its owner may still rate.
  package let ratings: [DeskRating]

  /// Orders that are shown at most.
  package static let most = 40
  private static let mostPaid = 5

  private static let runningStates: [OrderState] = [
    .issued, .accepted, .inFulfilment, .delivered, .handedOver, .invoiced, .verifiedForPayment,
    .paymentRequested, .paymentApproved,
  ]

  package static func read(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> VendorDesk {
    let vendor = caller.actor.vendorID
    let own: SQL = "o.vendor_id = \(vendor) AND o.issued_at IS NOT NULL"
    let rated: SQL = caller.actor.roles.contains(.vendorOwner) ? own : "false"
    let states = SQLArray(runningStates.map(\.rawValue))
    let results = try await lease.pipeline([
      """
      \(OrderRecord.columns) WHERE \(own) AND o.state = ANY (\(states)) ORDER BY o.created_at DESC LIMIT \(most)
      """,
      """
      \(OrderRecord.columns) WHERE \(own) AND o.state IN ('paid', 'closed') AND o.paid_on IS NOT NULL
      ORDER BY o.paid_on DESC, o.id DESC LIMIT \(mostPaid)
      """,
      """
      SELECT count(*), min(r.deadline) FROM request_invitation i
        JOIN request_for_offers r ON r.id = i.request_id JOIN need d ON d.id = r.need_id
      WHERE i.vendor_id = \(vendor) AND d.request_id = r.id AND d.state = 'rfo_open' AND r.deadline > \(caller.now)
        AND NOT EXISTS (SELECT FROM offer f WHERE f.request_id = r.id AND f.vendor_id = i.vendor_id
          AND f.state <> 'withdrawn')
      """,
      "SELECT state, count(*) FROM product WHERE vendor_id = \(vendor) GROUP BY state",
      "SELECT count(*) FROM notice WHERE user_id = \(caller.actor.userID) AND read_at IS NULL",
      DeskRating.select(rated, by: .vendor),
    ])
    let requests = try results[2].first(as: (Int64, Date?).self)
    let counts = try results[3].rows(as: (String, Int64).self)
    return VendorDesk(
      running: try await OrderView.views(of: try results[0].rows(OrderRecord.self), lease),
      paid: try await OrderView.views(of: try results[1].rows(OrderRecord.self), lease),
      openRequests: Int(requests?.0 ?? 0), firstDeadline: requests?.1,
      products: Dictionary(
        counts.compactMap { code, count in ProductState(rawValue: code).map { ($0, Int(count)) } }
      ) { $1 },
      unreadNotices: try results[4].scalar(Int.self) ?? 0,
      ratings: try results[5].rows(DeskRating.self))
  }
}
