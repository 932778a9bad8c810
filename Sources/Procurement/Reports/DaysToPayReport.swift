package import EOrderRules
import Files
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// How long each unit takes from the handover to the payment, in working days; late is what was paid, or still is not,
/// beyond the promise, which runs from the invoice (domain.md §7.4, `confirm_paid`).
package struct DaysToPayReport: Sendable {
  /// Late orders that are named at most.
  package static let mostLate = 50

  /// One purchase that was handed over.
  package struct Purchase: RowDecodable, Sendable {
    package let unitID: UUID
    package let unitName: String
    let unitPath: [String]
    package let number: String
    package let vendorName: String
    package let handedOverAt: Date
    let invoicedAt: Date?
    package let paidOn: Day?

    package init(row: inout Postgres.Row) throws {
      unitID = try row.next()
      unitName = try row.next()
      unitPath = try row.next(SQLArray<String>.self).elements
      number = try row.next(String?.self) ?? ""
      vendorName = try row.next()
      handedOverAt = try row.next()
      invoicedAt = try row.next(Date?.self)
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
    let isLate: Bool
  }

  package let period: ReportPeriod
  /// Working days from the invoice that the province promises; a unit may promise less.
  package let promise: Int
  package let rows: [Row]
  /// The longest first.
  package let late: [Late]

  /// Purchases that were paid in the period, and those that are not paid at its end.
  package static func read(
    _ period: ReportPeriod, _ visit: Visit, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> DaysToPayReport {
    let (_, end) = period.bounds(visit)
    let results = try await lease.pipeline([
      HolidayRow.select,
      """
      SELECT n.id, n.name, n.path, o.number, o.vendor_name, o.handed_over_at, o.invoiced_at,
        CASE WHEN o.paid_on <= \(period.to) THEN o.paid_on END
      FROM purchase_order o JOIN unit n ON n.id = o.unit_id
      WHERE o.handed_over_at IS NOT NULL AND o.handed_over_at < \(end) AND \(Purchases.counted)
        AND ((o.paid_on >= \(period.from) AND o.paid_on <= \(period.to))
          OR o.paid_on > \(period.to) OR (o.paid_on IS NULL AND o.state <> 'terminated'))
      """,
    ])
    let calendar = visit.tenant.calendar.observing(try HolidayRow.days(results[0]))
    return try DaysToPayReport(period, try results[1].rows(Purchase.self), visit, calendar)
  }

  private init(_ period: ReportPeriod, _ purchases: [Purchase], _ visit: Visit, _ calendar: WorkCalendar)
    throws
  {
    let lastDay = min(period.to, visit.today)
    let promises = Dictionary(
      try Set(purchases.map(\.unitPath)).map { path in
        (path, try visit.rulebook.of(unit: path).timers.payWorkingDays)
      }
    ) { $1 }
    let promise = visit.rulebook.timers.payWorkingDays
    let reckoned = purchases.map { purchase in
      func days(since start: Date) -> Int {
        calendar.workingDays(after: visit.tenant.today(start), through: purchase.paidOn ?? lastDay)
      }
      let allowed = promises[purchase.unitPath] ?? promise
      return Late(
        purchase: purchase, handedOverOn: visit.tenant.today(purchase.handedOverAt),
        days: days(since: purchase.handedOverAt),
        isLate: purchase.invoicedAt.map { days(since: $0) > allowed } ?? false)
    }
    self.period = period
    self.promise = promise
    rows = Dictionary(grouping: reckoned) { $0.purchase.unitID }.values.map { entries in
      let paid = entries.filter { $0.purchase.paidOn != nil }.map(\.days).sorted()
      return Row(
        unitID: entries[0].purchase.unitID, unitName: entries[0].purchase.unitName, paid: paid.count,
        median: Self.median(paid), longest: paid.last,
        late: entries.count(where: \.isLate))
    }.sorted { ($1.late, $0.unitName) < ($0.late, $1.unitName) }
    late = Array(
      reckoned.filter(\.isLate)
        .sorted { ($1.days, $0.purchase.number) < ($0.days, $1.purchase.number) }.prefix(Self.mostLate))
  }

  /// The middle of ordered days; between two of them the whole day above.
  static func median(_ sorted: [Int]) -> Int? {
    guard !sorted.isEmpty else { return nil }
    let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
    return (low + high + 1) / 2
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

  package var table: ReportTable {
    let header = ["unitId", "unitName", "paid", "medianWorkingDays", "longestWorkingDays", "late", "promise"]
    return ReportTable(
      header,
      rows.map { row in
        [
          .text(row.unitID.uuidString.lowercased()), .text(row.unitName), .number(Int64(row.paid)),
          .number(orEmpty: row.median.map { Int64($0) }), .number(orEmpty: row.longest.map { Int64($0) }),
          .number(Int64(row.late)), .number(Int64(promise)),
        ]
      })
  }

  package static let shape = Shape.component(
    "DaysToPayReport",
    .object(
      ReportPeriod.fields + [
        .required("promiseWorkingDays", .integer(min: 0), "From the invoice."),
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
