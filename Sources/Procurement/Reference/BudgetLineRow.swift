package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A line of the budget with what is left of it.
package struct BudgetLineRow: RowDecodable, Sendable {
  package let id: UUID
  package let code: String
  package let unitID: UUID
  package let unitPath: [String]
  package let year: Int
  package let account: String
  package let activityCode: String
  package let name: String
  package let fundSource: String
  /// `murni`, `pergeseran` or `perubahan`.
  package let budgetVersion: String
  package let ceiling: Rupiah
  package let reserved: Rupiah
  package let committed: Rupiah
  package let realised: Rupiah
  package let createdAt: Date

  package init(row: inout Row) throws {
    id = try row.next()
    code = try row.next()
    unitID = try row.next()
    unitPath = try row.next(SQLArray<String>.self).elements
    year = try row.next()
    account = try row.next()
    activityCode = try row.next()
    name = try row.next()
    fundSource = try row.next()
    budgetVersion = try row.next()
    ceiling = try row.next()
    reserved = try row.next()
    committed = try row.next()
    realised = try row.next()
    createdAt = try row.next()
  }

  /// The columns above; the caller adds WHERE.
  static let columns: SQL = """
    SELECT b.id, b.code, b.unit_id, n.path, b.year, b.account, b.activity_code, b.name, b.fund_source, b.version,
           b.ceiling, b.reserved, b.committed, b.realised, b.created_at
    FROM budget_line b JOIN unit n ON n.id = b.unit_id
    """

  /// What can still be promised; the database keeps the parts within the ceiling.
  package var available: Rupiah {
    Rupiah(ceiling.amount - reserved.amount - committed.amount - realised.amount)
  }

  package var json: JSONValue {
    [
      "id": JSONValue(id), "code": .string(code), "unitId": JSONValue(unitID), "year": JSONValue(year),
      "account": .string(account), "activityCode": .string(activityCode), "name": .string(name),
      "ceiling": JSONValue(ceiling), "reserved": JSONValue(reserved), "committed": JSONValue(committed),
      "realised": JSONValue(realised), "available": JSONValue(available),
    ]
  }

  /// What the API shows of a budget line.
  package static let answer = Shape.component(
    "BudgetLine",
    .object(
      [
        .required("id", .uuid), .required("code", .text(max: 60)), .required("unitId", .uuid),
        .required("year", .integer(min: 2000, max: 2999)), .required("account", .text(.accountCode)),
        .required("activityCode", .text(.activityCode)), .required("name", .name),
      ]
        + ["ceiling", "reserved", "committed", "realised", "available"].map {
          .required($0, .integer(min: 0))
        }))
}
