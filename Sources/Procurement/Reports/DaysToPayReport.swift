package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// How long each unit takes from the handover to the payment, in working days, against what the province promises.
package struct DaysToPayReport: Sendable {
  /// Late orders that are named at most.
  package static let mostLate = 50

  /// One purchase that was handed over.
  package struct Purchase: RowDecodable, Sendable {
    package let unitID: UUID
    package let unitName: String
    package let number: String
    package let vendorName: String
    package let handedOverAt: Date
    package let paidOn: Day?

    package init(row: inout Postgres.Row) throws {
      unitID = try row.next()
      unitName = try row.next()
      number = try row.next(String?.self) ?? ""
      vendorName = try row.next()
      handedOverAt = try row.next()
      paidOn = try row.next(Day?.self)
    }
  }

  /// One unit's part.
  package struct Row: Sendable {
    package let unitID: UUID
    package let unitName: String
    package let paid: Int
    /// In working days; nil where nothing was paid.
    package let median: Int?
    package let longest: Int?
    /// Paid or not, those beyond the promise.
    package let late: Int
  }

  /// A purchase that was paid late, or is late by now.
  package struct Late: Sendable {
    package let purchase: Purchase
    package let handedOverOn: Day
    package let days: Int
  }

  package let period: ReportPeriod
  /// Working days from the handover that the province promises.
  package let promise: Int
  package let rows: [Row]
  /// The longest first.
  package let late: [Late]

  /// Purchases that were paid in the period, and those that are not paid at its end.
  package static func read(
    _ period: ReportPeriod, _ visit: Visit, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> DaysToPayReport {
    let (_, end) = period.bounds(visit)
    let purchases = try await lease.query(
      """
      SELECT n.id, n.name, o.number, o.vendor_name, o.handed_over_at,
        CASE WHEN o.paid_on <= \(period.to) THEN o.paid_on END
      FROM purchase_order o JOIN unit n ON n.id = o.unit_id
      WHERE o.handed_over_at IS NOT NULL AND o.handed_over_at < \(end) AND \(Purchases.counted)
        AND ((o.paid_on >= \(period.from) AND o.paid_on <= \(period.to))
          OR o.paid_on > \(period.to) OR (o.paid_on IS NULL AND o.state <> 'terminated'))
      """
    ).rows(Purchase.self)
    return DaysToPayReport(period, purchases, visit)
  }

  init(_ period: ReportPeriod, _ purchases: [Purchase], _ visit: Visit) {
    let promise = visit.rulebook.timers.payWorkingDays
    let lastDay = min(period.to, visit.today)
    let reckoned = purchases.map { purchase in
      let handedOver = visit.tenant.today(purchase.handedOverAt)
      let days = visit.tenant.calendar.workingDays(after: handedOver, through: purchase.paidOn ?? lastDay)
      return Late(purchase: purchase, handedOverOn: handedOver, days: days)
    }
    self.period = period
    self.promise = promise
    rows = Dictionary(grouping: reckoned) { $0.purchase.unitID }.values.map { entries in
      let paid = entries.filter { $0.purchase.paidOn != nil }.map(\.days).sorted()
      return Row(
        unitID: entries[0].purchase.unitID, unitName: entries[0].purchase.unitName, paid: paid.count,
        median: paid.isEmpty ? nil : paid[paid.count / 2], longest: paid.last,
        late: entries.count { $0.days > promise })
    }.sorted { ($1.late, $0.unitName) < ($0.late, $1.unitName) }
    late = Array(
      reckoned.filter { $0.days > promise }
        .sorted { ($1.days, $0.purchase.number) < ($0.days, $1.purchase.number) }.prefix(Self.mostLate))
  }
}

extension DaysToPayReport {
  package var json: JSONValue {
    .object(
      period.json + [
        JSONMember(name: "promiseWorkingDays", value: JSONValue(promise)),
        JSONMember(
          name: "items",
          value: .array(
            rows.map {
              [
                "unitId": JSONValue($0.unitID), "unitName": .string($0.unitName), "paid": JSONValue($0.paid),
                "medianWorkingDays": JSONValue($0.median), "longestWorkingDays": JSONValue($0.longest),
                "late": JSONValue($0.late),
              ]
            })),
        JSONMember(
          name: "late",
          value: .array(
            late.map {
              [
                "number": .string($0.purchase.number), "unitName": .string($0.purchase.unitName),
                "vendorName": .string($0.purchase.vendorName), "handedOverOn": JSONValue($0.handedOverOn),
                "paidOn": JSONValue($0.purchase.paidOn), "workingDays": JSONValue($0.days),
              ]
            })),
      ])
  }

  package var csv: [UInt8] {
    let header = ["unitId", "unitName", "paid", "medianWorkingDays", "longestWorkingDays", "late", "promise"]
    let lines = rows.map { row in
      CSVText.line([
        row.unitID.uuidString.lowercased(), CSVText.plain(row.unitName), "\(row.paid)",
        row.median.map(String.init) ?? "", row.longest.map(String.init) ?? "", "\(row.late)", "\(promise)",
      ])
    }
    return Array((CSVText.line(header) + lines.joined()).utf8)
  }

  package static let shape = Shape.component(
    "DaysToPayReport",
    .object(
      ReportPeriod.fields + [
        .required("promiseWorkingDays", .integer(min: 0), "From the handover."),
        .required(
          "items",
          .array(
            of: .object([
              .required("unitId", .uuid), .required("unitName", .name), .required("paid", .integer(min: 0)),
              .required("medianWorkingDays", .nullable(.integer(min: 0))),
              .required("longestWorkingDays", .nullable(.integer(min: 0))),
              .required("late", .integer(min: 0), "Paid beyond the promise, or not paid though it is over."),
            ]))),
        .required(
          "late",
          .array(
            of: .object([
              .required("number", .text(max: 200)), .required("unitName", .name),
              .required("vendorName", .name), .required("handedOverOn", .date),
              .required("paidOn", .nullable(.date)), .required("workingDays", .integer(min: 0)),
            ])), "The longest first, \(mostLate) at most."),
      ]))
}
