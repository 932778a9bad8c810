package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A package of the procurement plan (RUP) as it is read and shown.
package struct PackageRow: RowDecodable, Sendable {
  package let id: UUID
  package let rupCode: String
  package let name: String
  package let unitID: UUID
  package let unitPath: [String]
  package let year: Int
  package let budgetLineIDs: [UUID]
  package let method: String
  package let ceiling: Int64
  package let announcedOn: Day
  package let commitmentOfficerID: UUID?
  package let catalogueResult: String?
  package let catalogueEvidence: String?
  package let ownEstimate: Int64?
  package let createdAt: Date
  package let version: Int

  package init(row: inout Row) throws {
    id = try row.next()
    rupCode = try row.next()
    name = try row.next()
    unitID = try row.next()
    unitPath = try row.next(SQLArray<String>.self).elements
    year = try row.next()
    budgetLineIDs = try row.next(SQLArray<UUID>.self).elements
    method = try row.next()
    ceiling = try row.next()
    announcedOn = try row.next()
    commitmentOfficerID = try row.next(UUID?.self)
    catalogueResult = try row.next(String?.self)
    catalogueEvidence = try row.next(String?.self)
    ownEstimate = try row.next(Int64?.self)
    createdAt = try row.next()
    version = try row.next()
  }

  /// The columns above and where they come from; the caller adds WHERE.
  package static let columns: SQL = """
    SELECT p.id, p.rup_code, p.name, p.unit_id, n.path, p.year,
           ARRAY(SELECT budget_line_id FROM package_budget_line b WHERE b.package_id = p.id ORDER BY 1),
           p.method, p.ceiling, p.announced_on, p.commitment_officer_id, p.catalogue_result,
           p.catalogue_evidence, p.own_estimate, p.created_at, p.version
    FROM package p JOIN unit n ON n.id = p.unit_id
    """

  package static func select(_ id: UUID) -> SQL { "\(columns) WHERE p.id = \(id)" }

  /// The package of an order; locked where the order counts against it from now on, so that two at once see
  /// each other.
  static func select(_ id: SQL, locking: Bool) -> SQL {
    let lock: SQL = locking ? " FOR NO KEY UPDATE OF p" : ""
    return "\(columns) WHERE p.id = \(id)\(lock)"
  }

  package static func selectForUpdate(_ id: UUID) -> SQL { "\(columns) WHERE p.id = \(id) FOR UPDATE OF p" }

  package var json: JSONValue {
    [
      "id": JSONValue(id), "rupCode": .string(rupCode), "name": .string(name), "unitId": JSONValue(unitID),
      "year": JSONValue(year), "budgetLineIds": .array(budgetLineIDs.map { JSONValue($0) }),
      "method": .string(method), "ceiling": .integer(ceiling),
      "announcedOn": .string(announcedOn.description),
      "commitmentOfficerId": JSONValue(commitmentOfficerID), "catalogueCheck": catalogueCheck,
      "ownEstimate": JSONValue(ownEstimate),
    ]
  }

  private var catalogueCheck: JSONValue {
    guard let catalogueResult else { return .null }
    return ["result": .string(catalogueResult), "reason": .null, "evidence": JSONValue(catalogueEvidence)]
  }

  /// What the API shows of a package.
  package static let answer = Shape.component(
    "Package",
    .object([
      .required("id", .uuid), .required("rupCode", .text(max: 10)), .required("name", .name),
      .required("unitId", .uuid), .required("year", .integer(min: 2000, max: 2999)),
      .required("budgetLineIds", .array(of: .uuid)),
      .required("method", .oneOf(["direct", "small_tender", "exempted"])),
      .required("ceiling", .integer(min: 0)), .required("announcedOn", .date),
      .required("commitmentOfficerId", .nullable(.uuid)),
      .required("catalogueCheck", .nullable(catalogueCheckShape)),
      .required("ownEstimate", .nullable(.integer(min: 0))),
    ]))

  /// The outcome of looking for the goods in the national catalogue.
  package static let catalogueCheckShape = Shape.component(
    "CatalogueCheck",
    .object([
      .required("result", .oneOf(["not_found", "found", "not_checked"])),
      .optional("reason", .nullable(.note)), .optional("evidence", .nullable(.note)),
    ]))
}
