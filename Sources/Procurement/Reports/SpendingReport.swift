package import EOrderRules
import Files
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// What each unit ordered in a period, what of it was paid, and how much of it from small businesses.
package struct SpendingReport: Sendable {
  /// One unit's part.
  package struct Row: RowDecodable, Sendable {
    package let unitID: UUID
    package let unitName: String
    package let orders: Int
    package let gross: Rupiah
    package let paid: Rupiah
    package let micro: Rupiah
    package let small: Rupiah
    package let cooperative: Rupiah

    package init(row: inout Postgres.Row) throws {
      unitID = try row.next()
      unitName = try row.next()
      orders = try row.next()
      gross = try row.next()
      paid = try row.next()
      micro = try row.next()
      small = try row.next()
      cooperative = try row.next()
    }

    /// What went to micro and small businesses and cooperatives.
    package var smallBusinesses: Rupiah { Rupiah(micro.amount + small.amount + cooperative.amount) }

    /// Their share in thousandths; 0 where nothing was ordered.
    package var share: Int64 { SpendingReport.share(smallBusinesses, of: gross) }
  }

  package let period: ReportPeriod
  package let rows: [Row]

  static func share(_ part: Rupiah, of whole: Rupiah) -> Int64 {
    whole.amount > 0 ? Int64(Int128(part.amount) * 1000 / Int128(whole.amount)) : 0
  }

  package static func read(
    _ period: ReportPeriod, _ visit: Visit, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> SpendingReport {
    let (start, end) = period.bounds(visit)
    let rows = try await lease.query(
      """
      SELECT n.id, n.name, count(*), sum(g.gross)::bigint, sum(\(Purchases.paid))::bigint,
        coalesce(sum(g.gross) FILTER (WHERE v.legal_form <> 'cooperative' AND v.size = 'micro'), 0)::bigint,
        coalesce(sum(g.gross) FILTER (WHERE v.legal_form <> 'cooperative' AND v.size = 'small'), 0)::bigint,
        coalesce(sum(g.gross) FILTER (WHERE v.legal_form = 'cooperative'), 0)::bigint
      FROM purchase_order o JOIN unit n ON n.id = o.unit_id JOIN vendor v ON v.id = o.vendor_id
        CROSS JOIN LATERAL (SELECT \(Purchases.gross) AS gross) g
      WHERE \(Purchases.counted) AND o.issued_at >= \(start) AND o.issued_at < \(end)
      GROUP BY n.id ORDER BY sum(g.gross) DESC, n.name, n.id
      """
    ).rows(Row.self)
    return SpendingReport(period: period, rows: rows)
  }

  package var gross: Rupiah { Rupiah(rows.reduce(0) { $0 + $1.gross.amount }) }
  package var paid: Rupiah { Rupiah(rows.reduce(0) { $0 + $1.paid.amount }) }
  package var orders: Int { rows.reduce(0) { $0 + $1.orders } }
  package var smallBusinesses: Rupiah { Rupiah(rows.reduce(0) { $0 + $1.smallBusinesses.amount }) }
  package var share: Int64 { Self.share(smallBusinesses, of: gross) }
}

extension SpendingReport {
  package var spending: JSONValue {
    .object(
      period.json + [
        JSONMember(
          name: "items",
          value: .array(
            rows.map {
              [
                "unitId": JSONValue($0.unitID), "unitName": .string($0.unitName),
                "orders": JSONValue($0.orders), "gross": JSONValue($0.gross), "paid": JSONValue($0.paid),
              ]
            })),
        JSONMember(
          name: "total",
          value: ["orders": JSONValue(orders), "gross": JSONValue(gross), "paid": JSONValue(paid)]),
      ])
  }

  package var spendingTable: ReportTable {
    ReportTable(
      ["unitId", "unitName", "orders", "gross", "paid"],
      rows.map { row in
        [
          .text(row.unitID.uuidString.lowercased()), .text(row.unitName), .number(Int64(row.orders)),
          .amount(row.gross), .amount(row.paid),
        ]
      })
  }

  package var shares: JSONValue {
    .object(
      period.json + [
        JSONMember(
          name: "items",
          value: .array(
            rows.map {
              [
                "unitId": JSONValue($0.unitID), "unitName": .string($0.unitName),
                "gross": JSONValue($0.gross), "micro": JSONValue($0.micro), "small": JSONValue($0.small),
                "cooperative": JSONValue($0.cooperative), "shareThousandths": .integer($0.share),
              ]
            })),
        JSONMember(
          name: "total",
          value: [
            "gross": JSONValue(gross), "smallBusinesses": JSONValue(smallBusinesses),
            "shareThousandths": .integer(share),
          ]),
      ])
  }

  package var sharesTable: ReportTable {
    ReportTable(
      ["unitId", "unitName", "gross", "micro", "small", "cooperative", "shareThousandths"],
      rows.map { row in
        [
          .text(row.unitID.uuidString.lowercased()), .text(row.unitName), .amount(row.gross),
          .amount(row.micro),
          .amount(row.small), .amount(row.cooperative), .number(Int64(row.share)),
        ]
      })
  }

  private static let amount = Shape.integer(min: 0)

  package static let spendingShape = Shape.component(
    "SpendingReport",
    .object(
      ReportPeriod.fields + [
        .required(
          "items",
          .array(
            of: .object([
              .required("unitId", .uuid), .required("unitName", .name), .required("orders", amount),
              .required("gross", amount, "All taxes included."), .required("paid", amount),
            ]))),
        .required(
          "total",
          .object([.required("orders", amount), .required("gross", amount), .required("paid", amount)])),
      ]))

  package static let sharesShape = Shape.component(
    "SmallBusinessReport",
    .object(
      ReportPeriod.fields + [
        .required(
          "items",
          .array(
            of: .object([
              .required("unitId", .uuid), .required("unitName", .name), .required("gross", amount),
              .required("micro", amount), .required("small", amount), .required("cooperative", amount),
              .required("shareThousandths", .integer(min: 0, max: 1000)),
            ]))),
        .required(
          "total",
          .object([
            .required("gross", amount), .required("smallBusinesses", amount),
            .required("shareThousandths", .integer(min: 0, max: 1000)),
          ])),
      ]))
}
