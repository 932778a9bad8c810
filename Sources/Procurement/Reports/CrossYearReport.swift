import Authentication
package import EOrderRules
import Files
import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// Orders whose commitment was open when their budget year closed (lintas tahun), with what has become of it since.
/// Before the close it tells what would be carried over now.
package struct CrossYearReport: Sendable {
  /// Who may look at it: those who answer for the budget, and those who audit it.
  package static let readers: Set<Role> = [
    .budgetOwner, .commitmentOfficer, .treasurer, .financeVerifier, .auditor, .tenantAdmin,
  ]

  private let year: Int

  package init(year: Int) { self.year = year }

  package func json(_ caller: Caller, _ lease: borrowing some Lease & ~Copyable) async throws -> Answer {
    let rows = try await rows(caller, lease)
    return Answer([
      "year": JSONValue(year), "closed": .bool(caller.today.year > year),
      "items": .array(rows.map(\.json)),
      "total": [
        "carriedOver": JSONValue(try rows.map(\.carriedOver).total()),
        "open": JSONValue(try rows.map(\.open).total()),
      ],
    ])
  }

  package func table(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> ReportTable {
    ReportTable(CrossYearRow.header, try await rows(caller, lease).map(\.cells))
  }

  private func rows(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [CrossYearRow] {
    var conditions: [SQL] = ["b.year = \(year)"]
    if let units = caller.actor.boundingUnits { conditions.append("n.path && \(SQLArray(units))") }
    let end =
      Day(year: year + 1, month: 1, day: 1).map { caller.tenant.calendar.instant(of: $0) } ?? caller.now
    return try await lease.query(
      """
      SELECT o.id, o.number, o.state, o.vendor_name, n.code, n.name, b.code, b.account, o.deliver_by,
             coalesce(sum(e.committed) FILTER (WHERE e.at < \(end)), 0)::bigint, sum(e.committed)::bigint
      FROM purchase_order o JOIN budget_line b ON b.id = o.budget_line_id JOIN unit n ON n.id = o.unit_id
        JOIN budget_entry e ON e.order_id = o.id
      WHERE \(SQL(joining: conditions, separator: " AND "))
      GROUP BY o.id, n.id, b.id
      HAVING coalesce(sum(e.committed) FILTER (WHERE e.at < \(end)), 0) > 0
      ORDER BY n.code, o.number, o.id
      """
    ).rows(CrossYearRow.self)
  }

  /// What the API answers.
  package static let shape = Shape.component(
    "CrossYearReport",
    .object([
      .required("year", .integer(min: 2000, max: 2999)), .required("closed", .boolean),
      .required("items", .array(of: CrossYearRow.shape)),
      .required(
        "total",
        .object([.required("carriedOver", .integer(min: 0)), .required("open", .integer(min: 0))])),
    ]))
}

/// One order that was carried over.
struct CrossYearRow: RowDecodable, Sendable {
  private let id: UUID
  private let number: String?
  private let state: OrderState
  private let vendorName: String
  private let unitCode: String
  private let unitName: String
  private let budgetLine: String
  private let account: String
  private let deliverBy: Day
  /// What was bound when the year closed.
  let carriedOver: Rupiah
  /// What of it is still bound.
  let open: Rupiah

  init(row: inout Row) throws {
    id = try row.next()
    number = try row.next(String?.self)
    state = OrderState(rawValue: try row.next()) ?? .draft
    vendorName = try row.next()
    unitCode = try row.next()
    unitName = try row.next()
    budgetLine = try row.next()
    account = try row.next()
    deliverBy = try row.next()
    carriedOver = try row.next()
    open = try row.next()
  }

  static let shape = Shape.component(
    "CrossYearOrder",
    .object([
      .required("orderId", .uuid), .required("number", .nullable(.text(max: 200))),
      .required("state", .oneOf(OrderState.self)), .required("vendorName", .name),
      .required("unitCode", .text(max: 200)), .required("unitName", .name),
      .required("budgetLine", .text(max: 200)), .required("account", .text(max: 50)),
      .required("deliverBy", .date), .required("carriedOver", .integer(min: 0)),
      .required("open", .integer(min: 0)),
    ]))

  static let header = [
    "orderId", "number", "state", "vendorName", "unitCode", "unitName", "budgetLine", "account", "deliverBy",
    "carriedOver", "open",
  ]

  var cells: [ReportTable.Cell] {
    let texts = [
      id.uuidString.lowercased(), number ?? "", state.rawValue, vendorName, unitCode, unitName, budgetLine,
      account,
      deliverBy.description,
    ]
    return texts.map { .text($0) } + [.amount(carriedOver), .amount(open)]
  }

  var json: JSONValue {
    [
      "orderId": JSONValue(id), "number": JSONValue(number), "state": .string(state.rawValue),
      "vendorName": .string(vendorName), "unitCode": .string(unitCode), "unitName": .string(unitName),
      "budgetLine": .string(budgetLine), "account": .string(account), "deliverBy": JSONValue(deliverBy),
      "carriedOver": JSONValue(carriedOver), "open": JSONValue(open),
    ]
  }
}
