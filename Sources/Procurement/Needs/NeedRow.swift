package import Authentication
package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
import Tenancy

/// A need: what a unit wants to buy from a package, before anybody is asked to sell it.
package struct NeedRow: RowDecodable, Sendable {
  package let id: UUID
  package let state: NeedState
  package let packageID: UUID
  package let unitID: UUID
  package let unitPath: [String]
  /// The budget year of its package.
  package let year: Int
  package let budgetLineID: UUID
  package let commitmentOfficerID: UUID
  package let officerID: UUID?
  package let title: String
  package let content: NeedContent
  package let orderID: UUID?
  /// How a person gives up the order that stands for it: there is a way only where its vendor did not take it.
  package let wayBack: NeedTransition?
  /// The request for offers that is open or was opened for it last; nil where there was none.
  package let request: RequestForOffers?
  package let createdAt: Date
  package let version: Int
  /// How many things have happened to it.
  let events: Int

  package init(row: inout Row) throws {
    id = try row.next()
    let code = try row.next(String.self)
    guard let known = NeedState(rawValue: code) else { throw DecodingFailure("unknown state \(code)") }
    state = known
    packageID = try row.next()
    unitID = try row.next()
    unitPath = try row.next(SQLArray<String>.self).elements
    year = try row.next()
    budgetLineID = try row.next()
    commitmentOfficerID = try row.next()
    officerID = try row.next(UUID?.self)
    title = try row.next()
    content = try NeedContent(row: &row)
    orderID = try row.next(UUID?.self)
    wayBack = try row.next(String?.self).flatMap(NeedTransition.init)
    request = try RequestForOffers(row: &row)
    createdAt = try row.next()
    version = try row.next()
    events = try row.next()
  }

  /// The columns above; the caller adds WHERE.
  static let columns: SQL = """
    SELECT d.id, d.state, d.package_id, d.unit_id, n.path,
           (SELECT y.year FROM package y WHERE y.id = d.package_id), d.budget_line_id, d.commitment_officer_id, d.officer_id,
           d.title, d.specification, d.category, d.quantity, d.unit_of_measure, d.needed_on, d.street, d.region_code,
           d.own_estimate, d.estimate_basis, d.catalogue_result, d.catalogue_reason, d.catalogue_evidence,
           d.standard_price_code, d.standard_price, d.order_id,
           (SELECT CASE WHEN o.offer_id IS NULL THEN 'reopen' ELSE 'reevaluate' END FROM purchase_order o
            WHERE o.id = d.order_id AND o.state IN ('expired', 'declined')),
           r.id, r.published_at, r.deadline, r.note, r.region_codes, d.created_at, d.version, (SELECT count(*) FROM need_event e WHERE e.need_id = d.id)
    FROM need d JOIN unit n ON n.id = d.unit_id LEFT JOIN request_for_offers r ON r.id = d.request_id
    """

  package static func select(_ id: UUID) -> SQL { "\(columns) WHERE d.id = \(id)" }
  static func selectForUpdate(_ id: UUID) -> SQL { "\(columns) WHERE d.id = \(id) FOR UPDATE OF d" }

  /// Waits for whoever holds the need; what is read after it is the latest.
  static func lock(_ id: UUID) -> SQL { "SELECT d.id FROM need d WHERE d.id = \(id) FOR UPDATE" }

  /// Officials within reach of the unit see it; a commitment officer who is nothing else, only its own.
  package func isVisible(to actor: Actor) -> Bool {
    offices(of: actor).contains(where: \.role.isOfficial)
  }

  /// The offices by which this person has to do with the need.
  func offices(of actor: Actor) -> [Office] {
    actor.offices(onUnit: unitPath, year: year, officer: commitmentOfficerID)
  }

  /// The office in which this person may take the transition: of the commitment officer to whom the need is
  /// assigned, or of the procurement officer to whom it was given.
  func office(of actor: Actor, for transition: NeedTransition) -> Office? {
    offices(of: actor).filter { office in
      office.role == .commitmentOfficer
        || officerID.map { office.stands(for: $0, holder: actor.userID) } ?? false
    }.acting(as: transition.rule.roles)
  }

  /// Whether the transition leads from where the need stands now.
  func allows(_ transition: NeedTransition) -> Bool {
    guard transition.leads(from: state) else { return false }
    return [.reopen, .reevaluate].contains(transition) ? transition == wayBack : true
  }

  /// Whether the need is this person's to see and the transition its own to take.
  package func lets(_ actor: Actor, _ transition: NeedTransition) -> Bool {
    office(of: actor, for: transition) != nil
  }
}

/// What a need is prepared with.
package struct NeedContent: RowDecodable, Sendable {
  package let specification: String?
  package let category: String?
  package let quantity: Int64?
  package let unitOfMeasure: String?
  package let neededOn: Day?
  package let street: String?
  package let regionCode: String?
  package let ownEstimate: Rupiah?
  package let estimateBasis: String?
  package let catalogueCheck: CatalogueCheck?
  /// The standard price that the own estimate was compared with.
  package let standardPriceCode: String?
  package let standardPrice: Rupiah?

  package init(row: inout Row) throws {
    specification = try row.next(String?.self)
    category = try row.next(String?.self)
    quantity = try row.next(Int64?.self)
    unitOfMeasure = try row.next(String?.self)
    neededOn = try row.next(Day?.self)
    street = try row.next(String?.self)
    regionCode = try row.next(String?.self)
    ownEstimate = try row.next(Rupiah?.self)
    estimateBasis = try row.next(String?.self)
    let result = try row.next(String?.self).flatMap { CatalogueCheck.Result(rawValue: $0) }
    let reason = try row.next(String?.self)
    let evidence = try row.next(String?.self)
    catalogueCheck = result.map { CatalogueCheck(result: $0, reason: reason, evidence: evidence) }
    standardPriceCode = try row.next(String?.self)
    standardPrice = try row.next(Rupiah?.self)
  }

  /// The standard price, and whether the own estimate lies above it.
  var standardPriceJSON: JSONValue {
    guard let code = standardPriceCode, let price = standardPrice, let estimate = ownEstimate,
      let quantity
    else { return .null }
    return [
      "code": .string(code), "price": JSONValue(price),
      "exceeded": .bool(isAbove(price, estimate: estimate, quantity: quantity)),
    ]
  }

  var place: JSONValue {
    guard let street, let regionCode else { return .null }
    return ["street": .string(street), "regionCode": .string(regionCode)]
  }

  var catalogueCheckJSON: JSONValue {
    guard let check = catalogueCheck else { return .null }
    return [
      "result": .string(check.result.rawValue), "reason": JSONValue(check.reason),
      "evidence": JSONValue(check.evidence),
    ]
  }
}

/// `SSH` of a need: whether the own estimate of one unit lies above the standard price, without dividing.
func isAbove(_ standardPrice: Rupiah, estimate: Rupiah, quantity: Int64) -> Bool {
  Int128(estimate.amount) > Int128(standardPrice.amount) * Int128(quantity)
}
