import Authentication
import EOrderRules
import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A cut of the budget that was refused, since more is promised or spent than it would leave.
package struct RedLine: RowDecodable, Sendable {
  let id: UUID
  let budgetLineID: UUID
  let code: String
  let name: String
  let unitID: UUID
  let year: Int
  let version: String
  let asked: Rupiah
  let ceiling: Rupiah
  let used: Rupiah
  let usedNow: Rupiah
  let at: Date
  let isOpen: Bool

  package init(row: inout Row) throws {
    id = try row.next()
    budgetLineID = try row.next()
    code = try row.next()
    name = try row.next()
    unitID = try row.next()
    year = try row.next()
    version = try row.next()
    asked = try row.next()
    ceiling = try row.next()
    used = try row.next()
    usedNow = try row.next()
    at = try row.next()
    isOpen = try row.next()
  }

  /// The columns above; the caller adds WHERE. A cut is settled once a file with the line was taken after it.
  static let columns: SQL = """
    SELECT r.id, r.budget_line_id, b.code, b.name, b.unit_id, b.year, r.version, r.asked, r.ceiling, r.used,
           b.reserved + b.committed + b.realised, r.at, \(open)
    FROM budget_red_line r JOIN budget_line b ON b.id = r.budget_line_id JOIN unit n ON n.id = b.unit_id
    """

  static let open: SQL = """
    NOT EXISTS (SELECT FROM budget_line_version v WHERE v.budget_line_id = r.budget_line_id AND v.at > r.at)
    """

  package var json: JSONValue {
    [
      "id": JSONValue(id), "budgetLineId": JSONValue(budgetLineID), "code": .string(code),
      "name": .string(name),
      "unitId": JSONValue(unitID), "year": JSONValue(year), "version": .string(version),
      "asked": JSONValue(asked), "ceiling": JSONValue(ceiling), "used": JSONValue(used),
      "usedNow": JSONValue(usedNow), "missing": .integer(max(0, usedNow.amount - asked.amount)),
      "at": JSONValue(at), "open": .bool(isOpen),
    ]
  }

  /// What the API shows of a refused cut.
  package static let answer = Shape.component(
    "RedLine",
    .object([
      .required("id", .uuid), .required("budgetLineId", .uuid), .required("code", .text(max: 60)),
      .required("name", .name), .required("unitId", .uuid), .required("year", .integer(min: 2000, max: 2999)),
      .required("version", .oneOf(BudgetVersions.order)),
      .required("asked", .integer(min: 0), "The ceiling that the file asked for."),
      .required("ceiling", .integer(min: 0), "The ceiling that stays."),
      .required("used", .integer(min: 0), "Reserved, committed and realised when the file came."),
      .required("usedNow", .integer(min: 0)),
      .required("missing", .integer(min: 0), "What has to be freed before the cut can be taken."),
      .required("at", .dateTime), .required("open", .boolean, "Whether no later file has settled it."),
    ]))
}

/// The red list (domain.md §7.5): refused cuts within the caller's reach, newest first.
package struct ListRedLines: Sendable {
  package static let name = "red-list"
  package static let query: [ShapeField] = [
    .optional("open", .boolean), .optional("year", .integer(min: 2000, max: 2999)),
  ]

  private let query: JSONValue
  private let page: PageRequest

  package init(query: JSONValue, _ page: PageRequest) {
    self.query = query
    self.page = page
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    var conditions = [caller.actor.scope(year: "b.year")]
    if let open = query["open"]?.bool { conditions.append("(\(RedLine.open)) = \(open)") }
    if let year = query["year"]?.int { conditions.append("b.year = \(year)") }
    let rows = try await lease.query(
      try page.newest(RedLine.columns, where: conditions, by: "r.at", "r.id")
    ).rows(RedLine.self)
    return page.answer(rows, item: \.json) { Cursor(list: Self.name, at: $0.at, id: $0.id) }
  }
}
