import EOrderRules
import Foundation
import Postgres
import Tenancy

extension NeedOffers {
  /// What an auditor looks at in the request, once an offer is selected: one flag a code and request.
  func flags(selecting offer: OfferRow, _ transaction: borrowing Transaction, _ caller: Caller) async throws
    -> [SQL]
  {
    let subject = FlagSubject(
      unitID: need.unitID, vendorID: offer.vendorID, packageID: need.packageID, needID: need.id,
      officerID: need.commitmentOfficerID, key: "request:\(offer.requestID.lowercased)")
    let caller = try await caller.observingHolidays(transaction)
    let known = try await transaction.query(FlagRow.selectForUpdate(keys: [subject.key])).rows(FlagRow.self)
    return caller.rulebook.offerIndicators(tender(selecting: offer.id, caller)).flatMap { violation in
      let flag = RaisedFlag(subject: subject, violation: violation)
      return flag.statements(known.first(where: flag.isSame), caller)
    }
  }

  private func tender(selecting offer: UUID, _ caller: Caller) -> TenderFacts {
    let days = need.request.map {
      caller.tenant.calendar.workingDays(
        after: caller.tenant.today($0.publishedAt), through: caller.tenant.today($0.deadline))
    }
    return TenderFacts(
      openWorkingDays: days ?? 0,
      offers: offers.filter { $0.offer.openedAt != nil }.map {
        OfferedPrice(
          vendor: $0.offer.vendorID.lowercased, gross: $0.decision?.totals.gross,
          isDisqualified: !$0.isEligible, isSelected: $0.offer.id == offer)
      })
  }
}
