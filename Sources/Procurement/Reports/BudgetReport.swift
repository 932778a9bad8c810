import EOrderRules
import Files
import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// What each unit's budget of a year holds, and what of it is reserved, committed and paid.
package struct BudgetReport: Sendable {
  private let year: Int

  package init(year: Int) { self.year = year }

  package func json(_ caller: Caller, _ lease: borrowing some Lease & ~Copyable) async throws -> Answer {
    let rows = try await rows(caller, lease)
    return Answer(["year": JSONValue(year), "items": .array(rows.map(\.json))])
  }

  package func table(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> ReportTable {
    ReportTable(BudgetReportRow.header, try await rows(caller, lease).map(\.cells))
  }

  private func rows(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [BudgetReportRow] {
    try await lease.query(
      """
      SELECT n.id, n.code, n.name, count(*), sum(b.ceiling)::bigint, sum(b.reserved)::bigint, sum(b.committed)::bigint,
             sum(b.realised)::bigint
      FROM budget_line b JOIN unit n ON n.id = b.unit_id
      WHERE b.year = \(year) AND \(caller.actor.scope(year: "b.year")) GROUP BY n.id, n.code, n.name ORDER BY n.code
      """
    ).rows(BudgetReportRow.self)
  }

  /// What the API answers.
  package static let shape = Shape.component(
    "BudgetReport",
    .object([
      .required("year", .integer(min: 1, max: 9999)),
      .required("items", .array(of: BudgetReportRow.shape)),
    ]))
}

/// One unit's budget.
struct BudgetReportRow: RowDecodable, Sendable {
  private let unit: UUID
  private let unitCode: String
  private let unitName: String
  private let lines: Int64
  private let ceiling: Rupiah
  private let reserved: Rupiah
  private let committed: Rupiah
  private let realised: Rupiah

  init(row: inout Row) throws {
    unit = try row.next()
    unitCode = try row.next()
    unitName = try row.next()
    lines = try row.next()
    ceiling = try row.next()
    reserved = try row.next()
    committed = try row.next()
    realised = try row.next()
  }

  private var available: Int64 { ceiling.amount - reserved.amount - committed.amount - realised.amount }

  static let header = [
    "unitId", "unitCode", "unitName", "lines", "ceiling", "reserved", "committed", "realised", "available",
  ]

  var cells: [ReportTable.Cell] {
    [.text(unit.uuidString.lowercased()), .text(unitCode), .text(unitName), .number(lines)]
      + [ceiling.amount, reserved.amount, committed.amount, realised.amount, available].map { .number($0) }
  }

  var json: JSONValue {
    [
      "unitId": JSONValue(unit), "unitCode": .string(unitCode), "unitName": .string(unitName),
      "lines": .integer(lines), "ceiling": JSONValue(ceiling), "reserved": JSONValue(reserved),
      "committed": JSONValue(committed), "realised": JSONValue(realised), "available": .integer(available),
    ]
  }

  static let shape = Shape.component(
    "UnitBudget",
    .object(
      [
        .required("unitId", .uuid), .required("unitCode", .text(max: 200)), .required("unitName", .name),
        .required("lines", .integer(min: 1)),
      ]
        + ["ceiling", "reserved", "committed", "realised", "available"].map {
          .required($0, .integer(min: 0))
        }))
}
