import EOrderRules
import Foundation
import Postgres
import StrictJSON

extension NeedRow {
  /// What becomes of the request for offers of a need that is given up: what lies under seals is never opened, and every
  /// vendor that was asked, or whose offer still counted, hears of it.
  func withdrawnRequest(_ transaction: borrowing Transaction, _ caller: Caller) async throws -> [SQL] {
    guard [.offersOpen, .evaluating].contains(state) else { return [] }
    let read = try await transaction.pipeline([
      OfferRow.select(need: id),
      """
      SELECT i.vendor_id FROM request_invitation i JOIN need d ON d.request_id = i.request_id WHERE d.id = \(id)
      """,
    ])
    let offers = try read[0].rows(OfferRow.self)
    let invited = state == .offersOpen ? try read[1].rows(as: (UUID).self) : []
    let told = Set(invited + offers.filter { $0.state != .invalid }.map(\.vendorID))
    var statements: [SQL] = []
    for offer in offers where offer.state == .submitted {
      var fact = offer.fact(.invalidate)
      fact.reason = "need_cancelled"
      statements += fact.insertions(caller) + [offer.update(to: .invalid, at: caller.now)]
    }
    let notice = notice(.requestWithdrawn, at: caller.now)
    return statements
      + told.sorted { $0.uuidString < $1.uuidString }.map { notice.insertion(to: .vendor($0)) }
  }
}
