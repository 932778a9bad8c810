import EOrderRules
package import Foundation
package import Postgres
package import Tenancy

/// Looks at vendors after each request for offers that was decided: whether their offers are often disqualified (`R038`),
/// and whether they are selected for supplies of many kinds (`R048`).
package struct DueOfferFlags: Sendable {
  /// The schema that has the queue.
  package static let schemaVersion = 26
  /// Requests of one transaction at most.
  private static let batch = 50

  private let tenant: Tenant
  private let now: Date

  package init(_ tenant: Tenant, at now: Date) {
    self.tenant = tenant
    self.now = now
  }

  /// - Throws: what kept a request from being looked at, after all others had their turn.
  package func run(_ lease: borrowing some Lease & ~Copyable) async throws {
    let queue = CheckQueue(
      table: "offer_check", key: "request_id", columns: "request_id", batch: Self.batch)
    let caller = Caller.system(tenant, at: now)
    let days = caller.rulebook.offers.disqualifiedWindowDays
    let since = tenant.calendar.instant(of: caller.today.adding(days: -days))
    try await queue.run(lease) { transaction, taken in
      let due = try taken.column(UUID.self)
      let results = try await transaction.pipeline([
        VendorThatOffered.select(due), DecidedOffer.select(due, since: since),
      ])
      let vendors = try results[0].rows(VendorThatOffered.self)
      let offers = Dictionary(grouping: try results[1].rows(DecidedOffer.self), by: \.vendor)
      let found = vendors.flatMap { $0.flags(offers[$0.id] ?? [], caller) }
      try await found.raise(caller, transaction)
    }
  }
}

/// A vendor that offered, with the need of its latest offer among these.
private struct VendorThatOffered: RowDecodable {
  let id: UUID
  private let unit: UUID
  private let package: UUID
  private let need: UUID
  private let officer: UUID?

  init(row: inout Row) throws {
    id = try row.next()
    unit = try row.next()
    package = try row.next()
    need = try row.next()
    officer = try row.next(UUID?.self)
  }

  static func select(_ requests: [UUID]) -> SQL {
    """
    SELECT DISTINCT ON (f.vendor_id) f.vendor_id, d.unit_id, d.package_id, d.id, d.commitment_officer_id
    FROM offer f JOIN request_for_offers r ON r.id = f.request_id JOIN need d ON d.id = r.need_id
    WHERE f.request_id = ANY (\(SQLArray(requests)))
    ORDER BY f.vendor_id, r.published_at DESC
    """
  }

  /// One flag of a kind a vendor and half-year.
  func flags(_ offers: [DecidedOffer], _ caller: Caller) -> [FoundFlag] {
    let prices = offers.map {
      OfferedPrice(vendor: id.lowercased, gross: nil, isDisqualified: $0.isDisqualified)
    }
    let categories = Set(offers.filter(\.isSelected).compactMap(\.category))
    return [
      flag("offers", caller.rulebook.oftenDisqualified(id.lowercased, offers: prices), caller),
      flag("supplies", caller.rulebook.variedVendor(id.lowercased, selectedIn: categories), caller),
    ].compactMap(\.self)
  }

  private func flag(_ kind: String, _ violation: Violation?, _ caller: Caller) -> FoundFlag? {
    guard let violation else { return nil }
    let subject = FlagSubject(
      unitID: unit, vendorID: id, packageID: package, needID: need, officerID: officer,
      key: "\(kind):\(id.lowercased):\(caller.today.period(months: 6))")
    return FoundFlag(flag: RaisedFlag(subject: subject, violation: violation), isOverTime: true)
  }
}

/// An offer of such a vendor on which was decided, with the category of its need.
private struct DecidedOffer: RowDecodable {
  let vendor: UUID
  let isDisqualified: Bool
  let isSelected: Bool
  let category: String?

  init(row: inout Row) throws {
    vendor = try row.next()
    isDisqualified = try row.next()
    isSelected = try row.next()
    category = try row.next(String?.self)
  }

  static func select(_ requests: [UUID], since: Date) -> SQL {
    """
    SELECT f.vendor_id, f.disqualified OR f.state = 'invalid', f.state = 'selected', d.category
    FROM offer f JOIN offer_opening p ON p.offer_id = f.id
    JOIN request_for_offers r ON r.id = f.request_id JOIN need d ON d.id = r.need_id
    WHERE p.opened_at >= \(since) AND (f.disqualified OR f.state IN ('invalid', 'selected', 'not_selected'))
      AND f.vendor_id IN (SELECT vendor_id FROM offer WHERE request_id = ANY (\(SQLArray(requests))))
    """
  }
}
