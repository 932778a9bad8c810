import EOrderRules
import Files
import HTTPTypes
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// The reports that anyone may read.
enum ReportRoutes {
  static let all: [Route] = [spending, smallBusinesses, daysToPay]

  private static let spending = route(.spending, "spendingReport", SpendingReport.spendingShape) {
    call, period in
    let visit = try call.visit
    let report = try await call.withTenant { try await SpendingReport.read(period, visit, $0) }
    return (report.spending, report.spendingTable)
  }

  private static let smallBusinesses = route(
    .smallBusinesses, "smallBusinessReport", SpendingReport.sharesShape
  ) { call, period in
    let visit = try call.visit
    let report = try await call.withTenant { try await SpendingReport.read(period, visit, $0) }
    return (report.shares, report.sharesTable)
  }

  private static let daysToPay = route(.daysToPay, "daysToPayReport", DaysToPayReport.shape) { call, period in
    let visit = try call.visit
    let report = try await call.withTenant { try await DaysToPayReport.read(period, visit, $0) }
    return (report.json, report.table)
  }

  private static func route(
    _ report: PublicReport, _ name: String, _ shape: Shape,
    _ read: @escaping @Sendable (Call, ReportPeriod) async throws -> (JSONValue, ReportTable)
  ) -> Route {
    Route(
      .tenant, .get, "/reports/\(report.rawValue)", name: name, access: .anyone, query: PublicReport.query,
      answer: .table(shape)
    ) { call in
      let period = ReportPeriod(
        from: call.query["from"]?.day, to: call.query["to"]?.day, try call.visit)
      let errors = PublicReport.errors(call.query, period)
      guard errors.isEmpty else { throw Procurement.Refusal.invalid(errors) }
      let (json, table) = try await read(call, period)
      return call.wantsJSON ? .answer(Answer(json)) : try table.file(call.query["format"]?.text)
    }
  }
}

extension ReportTable {
  /// The report as a file for spreadsheets.
  func file(_ format: String?) throws -> Reply {
    format == "xlsx"
      ? .text(try xlsx(), type: Spreadsheet.mediaType) : .text(csv, type: "text/csv; charset=utf-8")
  }
}

extension Call {
  /// Whether a report is asked for as JSON.
  var wantsJSON: Bool { ["json", nil].contains(query["format"]?.text) }

  /// A report as JSON or as a file, by its query.
  func report(
    json: (borrowing TenantConnection) async throws -> Answer,
    table: (borrowing TenantConnection) async throws -> ReportTable
  ) async throws -> Reply {
    wantsJSON
      ? .answer(try await withTenant(json)) : try await withTenant(table).file(query["format"]?.text)
  }
}
