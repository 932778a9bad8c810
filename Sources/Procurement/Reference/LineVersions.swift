import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// What one version of the budget says of a line.
package struct LineVersion: RowDecodable, Sendable {
  let id: UUID
  let version: String
  let before: Rupiah?
  let ceiling: Rupiah
  let at: Date

  package init(row: inout Row) throws {
    id = try row.next()
    version = try row.next()
    before = try row.next(Rupiah?.self)
    ceiling = try row.next()
    at = try row.next()
  }

  package var json: JSONValue {
    [
      "id": JSONValue(id), "version": .string(version), "before": before.map { JSONValue($0) } ?? .null,
      "ceiling": JSONValue(ceiling), "at": JSONValue(at),
    ]
  }

  /// What the API shows of it.
  package static let answer = Shape.component(
    "BudgetLineVersion",
    .object([
      .required("id", .uuid), .required("version", .oneOf(BudgetVersions.order)),
      .required("before", .nullable(.integer(min: 0)), "Null where the line was new."),
      .required("ceiling", .integer(min: 0)), .required("at", .dateTime),
    ]))
}

/// The versions of a budget line, newest first.
package struct ListLineVersions: Sendable {
  package static let name = "budget-line-versions"

  private let line: UUID
  private let page: PageRequest

  package init(_ line: UUID, _ page: PageRequest) {
    self.line = line
    self.page = page
  }

  package func callAsFunction(_ lease: borrowing some Lease & ~Copyable) async throws -> Answer {
    let conditions: [SQL] = ["budget_line_id = \(line)"]
    let rows = try await lease.query(
      try page.newest(
        "SELECT id, version, before, ceiling, at FROM budget_line_version", where: conditions, by: "at", "id")
    ).rows(LineVersion.self)
    return page.answer(rows, item: \.json) { Cursor(list: Self.name, at: $0.at, id: $0.id) }
  }
}
