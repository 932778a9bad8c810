package import Foundation
package import Postgres
package import StrictJSON

/// A unit of the province's government.
package struct UnitRow: RowDecodable, Sendable {
  package let id: UUID
  package let code: String
  package let name: String
  package let parentID: UUID?
  package let createdAt: Date

  package init(row: inout Row) throws {
    id = try row.next()
    code = try row.next()
    name = try row.next()
    parentID = try row.next(UUID?.self)
    createdAt = try row.next()
  }

  /// The columns above; the caller adds WHERE.
  static let columns: SQL = "SELECT n.id, n.code, n.name, n.parent_id, n.created_at FROM unit n"

  package var json: JSONValue {
    [
      "id": JSONValue(id), "code": .string(code), "name": .string(name), "parentId": JSONValue(parentID),
    ]
  }

  /// What the API shows of a unit.
  package static let answer = Shape.component(
    "Unit",
    .object([
      .required("id", .uuid), .required("code", codeShape), .required("name", nameShape),
      .required("parentId", .nullable(.uuid)),
    ]))

  static let codeShape = Shape.text(max: 60)
  static let nameShape = Shape.text(max: 200, multiline: true)
}
