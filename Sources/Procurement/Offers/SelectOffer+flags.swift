import Authentication
import EOrderRules
import Foundation
import Postgres
import Tenancy

extension SelectOffer {
  /// The indicators on the request for offers, for the auditor; none of them stops the selection.
  func raiseFlags(
    _ need: NeedRow, _ compared: NeedOffers, winner: UUID, _ transaction: borrowing Transaction,
    _ caller: Caller
  ) async throws {
    guard let request = need.request else { return }
    let calendar = caller.tenant.calendar
    let tender = TenderFacts(
      openWorkingDays: calendar.workingDays(
        after: calendar.day(of: request.publishedAt), through: calendar.day(of: request.deadline)),
      offers: compared.offers.map { offer in
        OfferedPrice(
          vendor: offer.offer.vendorID.lowercased, gross: offer.decision?.totals.gross,
          isDisqualified: !offer.isEligible, isSelected: offer.offer.vendorID == winner)
      })
    let subject = FlagSubject(
      unitID: need.unitID, vendorID: winner, packageID: need.packageID, needID: need.id,
      officerID: need.commitmentOfficerID, key: "request:\(request.id.lowercased)")
    let found = caller.rulebook.offerIndicators(tender).map { RaisedFlag(subject: subject, violation: $0) }
    if found.isEmpty { return }
    let known = try await transaction.query(FlagRow.selectForUpdate(keys: [subject.key])).rows(FlagRow.self)
    for flag in found {
      for statement in flag.statements(known.first(where: flag.isSame), caller) {
        transaction.enqueue(statement)
      }
    }
  }
}
