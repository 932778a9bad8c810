package import EOrderRules
import Files
import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// How far a unit's purchases of a category go to few vendors: the sum of the squared shares (Herfindahl–Hirschman,
/// 10,000 where one vendor has everything) and the share of the largest.
package struct VendorConcentrationReport: Sendable {
  /// Rows at most, the most concentrated first.
  private static let most = 200

  private let from: Day
  private let to: Day

  /// - Parameters:
  ///   - from: the first day of issue.
  ///   - to: the last.
  package init(from: Day, to: Day) {
    self.from = from
    self.to = to
  }

  package func json(_ caller: Caller, _ lease: borrowing some Lease & ~Copyable) async throws -> Answer {
    let rows = try await rows(caller, lease)
    return Answer([
      "from": JSONValue(from), "to": JSONValue(to), "items": .array(rows.map(\.json)),
    ])
  }

  package func table(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> ReportTable {
    ReportTable(ConcentrationRow.header, try await rows(caller, lease).map(\.cells))
  }

  private func rows(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [ConcentrationRow] {
    let calendar = caller.tenant.calendar
    return try await lease.query(
      """
      WITH bought AS (
        SELECT o.unit_id, l.category, o.vendor_id, max(o.vendor_name) AS vendor, sum(
                 CASE o.state WHEN 'terminated' THEN l.gross * coalesce(l.accepted, 0) / l.quantity ELSE l.gross END)::bigint AS gross,
               count(DISTINCT o.id) AS orders
        FROM purchase_order o JOIN order_line l ON l.order_id = o.id JOIN unit n ON n.id = o.unit_id
        WHERE o.issued_at >= \(calendar.instant(of: from)) AND o.issued_at < \(calendar.instant(of: to.adding(days: 1)))
          AND o.state NOT IN ('draft', 'submitted', 'rejected', 'declined', 'expired', 'cancelled')
          AND \(caller.actor.scope())
        GROUP BY o.unit_id, l.category, o.vendor_id),
      ranked AS (
        SELECT b.*, sum(b.gross) OVER w AS whole, sum(b.orders) OVER w AS all_orders, count(*) OVER w AS vendors,
               row_number() OVER (PARTITION BY b.unit_id, b.category ORDER BY b.gross DESC, b.vendor_id) AS place
        FROM bought b WHERE b.gross > 0 WINDOW w AS (PARTITION BY b.unit_id, b.category))
      SELECT n.id, n.code, n.name, r.category, min(r.all_orders)::bigint, min(r.vendors)::bigint, min(r.whole)::bigint,
             floor(sum((r.gross::numeric * r.gross) / (r.whole::numeric * r.whole)) * 10000)::bigint,
             (array_agg(r.vendor_id ORDER BY r.place))[1], (array_agg(r.vendor ORDER BY r.place))[1],
             floor(max(r.gross)::numeric * 1000 / min(r.whole))::bigint
      FROM ranked r JOIN unit n ON n.id = r.unit_id GROUP BY n.id, n.code, n.name, r.category
      ORDER BY 8 DESC, 7 DESC, n.code, r.category LIMIT \(Self.most)
      """
    ).rows(ConcentrationRow.self)
  }

  /// What the API answers.
  package static let shape = Shape.component(
    "VendorConcentrationReport",
    .object([
      .required("from", .date), .required("to", .date),
      .required("items", .array(of: ConcentrationRow.shape)),
    ]))
}

/// One unit's purchases of one category.
struct ConcentrationRow: RowDecodable, Sendable {
  private let unit: UUID
  private let unitCode: String
  private let unitName: String
  private let category: String
  private let orders: Int64
  private let vendors: Int64
  private let gross: Rupiah
  private let index: Int64
  private let vendor: UUID
  private let vendorName: String
  private let share: Int64

  init(row: inout Row) throws {
    unit = try row.next()
    unitCode = try row.next()
    unitName = try row.next()
    category = try row.next()
    orders = try row.next()
    vendors = try row.next()
    gross = try row.next()
    index = try row.next()
    vendor = try row.next()
    vendorName = try row.next()
    share = try row.next()
  }

  static let header = [
    "unitId", "unitCode", "unitName", "category", "orders", "vendors", "gross", "hhi", "largestVendorId",
    "largestVendorName", "largestShareThousandths",
  ]

  var cells: [ReportTable.Cell] {
    [
      .text(unit.uuidString.lowercased()), .text(unitCode), .text(unitName), .text(category), .number(orders),
      .number(vendors), .amount(gross), .number(index), .text(vendor.uuidString.lowercased()),
      .text(vendorName),
      .number(share),
    ]
  }

  var json: JSONValue {
    [
      "unitId": JSONValue(unit), "unitCode": .string(unitCode), "unitName": .string(unitName),
      "category": .string(category), "orders": .integer(orders), "vendors": .integer(vendors),
      "gross": JSONValue(gross), "hhi": .integer(index),
      "largest": [
        "vendorId": JSONValue(vendor), "vendorName": .string(vendorName), "shareThousandths": .integer(share),
      ],
    ]
  }

  static let shape = Shape.component(
    "VendorConcentration",
    .object([
      .required("unitId", .uuid), .required("unitCode", .text(max: 200)), .required("unitName", .name),
      .required("category", .text(max: 40)), .required("orders", .integer(min: 1)),
      .required("vendors", .integer(min: 1)), .required("gross", .integer(min: 1)),
      .required(
        "hhi", .integer(min: 0, max: 10_000), "Sum of the squared shares; 10,000 is a single vendor."),
      .required(
        "largest",
        .object([
          .required("vendorId", .uuid), .required("vendorName", .name),
          .required("shareThousandths", .integer(min: 0, max: 1000)),
        ])),
    ]))
}
