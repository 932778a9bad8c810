import EOrderRules
import HTTPTypes
import Procurement
import StrictJSON

/// What is carried over from a budget year into the next (lintas tahun).
enum CrossYearRoutes {
  static let all: [Route] = [report]

  private static let report = Route(
    .tenant, .get, "/reports/cross-year", name: "crossYearReport", access: .roles(CrossYearReport.readers),
    query: [
      .optional("year", .integer(min: 2000, max: 2999), "The budget year; the running one where absent."),
      .optional("format", .oneOf(["json", "csv", "xlsx"]), "JSON where absent."),
    ], answer: .table(CrossYearReport.shape)
  ) { call in
    let caller = try call.caller
    let report = CrossYearReport(year: call.query["year"]?.int ?? caller.today.year)
    return try await call.report {
      try await report.json(caller, $0)
    } table: {
      try await report.table(caller, $0)
    }
  }
}
