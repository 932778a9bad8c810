import EOrderRules
import HTTPTypes
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
    return (report.spending, report.spendingCSV)
  }

  private static let smallBusinesses = route(
    .smallBusinesses, "smallBusinessReport", SpendingReport.sharesShape
  ) { call, period in
    let visit = try call.visit
    let report = try await call.withTenant { try await SpendingReport.read(period, visit, $0) }
    return (report.shares, report.sharesCSV)
  }

  private static let daysToPay = route(.daysToPay, "daysToPayReport", DaysToPayReport.shape) { call, period in
    let visit = try call.visit
    let report = try await call.withTenant { try await DaysToPayReport.read(period, visit, $0) }
    return (report.json, report.csv)
  }

  private static func route(
    _ report: PublicReport, _ name: String, _ shape: Shape,
    _ read: @escaping @Sendable (Call, ReportPeriod) async throws -> (JSONValue, [UInt8])
  ) -> Route {
    Route(
      .tenant, .get, "/reports/\(report.rawValue)", name: name, access: .anyone, query: PublicReport.query,
      answer: .table(shape)
    ) { call in
      let period = ReportPeriod(
        from: call.query["from"]?.day, to: call.query["to"]?.day, try call.visit)
      let errors = PublicReport.errors(call.query, period)
      guard errors.isEmpty else { throw Procurement.Refusal.invalid(errors) }
      let (json, csv) = try await read(call, period)
      guard call.query["format"]?.text == "csv" else { return .answer(Answer(json)) }
      return .text(csv, type: "text/csv; charset=utf-8")
    }
  }
}
