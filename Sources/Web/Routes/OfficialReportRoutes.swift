import EOrderRules
import HTTPTypes
import Procurement
import StrictJSON

/// Reports for officials: to how few vendors the money goes, and where the budget stands.
enum OfficialReportRoutes {
  static let all: [Route] = [concentration, paidPrices, budget]

  private static let officials = Access.roles(Set(Role.allCases.filter(\.isOfficial)))
  private static let format: ShapeField = .optional(
    "format", .oneOf(["json", "csv", "xlsx"]), "JSON where absent.")

  private static func check(_ from: Day, _ to: Day) throws {
    guard to < from else { return }
    throw Problem.invalid([FieldError("/query/to", .tooSmall, bound: from.description)])
  }

  private static let concentration = Route(
    .tenant, .get, "/reports/vendor-concentration", name: "vendorConcentrationReport", access: officials,
    query: [
      .optional("from", .date, "The first day of issue; the first of the year where absent."),
      .optional("to", .date, "The last; today where absent."), format,
    ], answer: .table(VendorConcentrationReport.shape)
  ) { call in
    let caller = try call.caller
    let to = call.query["to"]?.day ?? caller.today
    let from = call.query["from"]?.day ?? Day(year: to.year, month: 1, day: 1) ?? to
    try check(from, to)
    let report = VendorConcentrationReport(from: from, to: to)
    return try await call.report {
      try await report.json(caller, $0)
    } table: {
      try await report.table(caller, $0)
    }
  }

  private static let paidPrices = Route(
    .tenant, .get, "/reports/paid-prices", name: "paidPriceReport", access: officials,
    query: [
      .optional("from", .date, "The first day of issue; the first of the year where absent."),
      .optional("to", .date, "The last; today where absent."),
      .optional("category", .text(max: 40), "All where absent."),
      .optional(
        "subject", .text(max: 200),
        "The code of a standard price or the id of a product, whose purchases are told one by one."), format,
    ], answer: .table(PaidPriceReport.shape)
  ) { call in
    let caller = try call.caller
    let to = call.query["to"]?.day ?? caller.today
    let from = call.query["from"]?.day ?? Day(year: to.year, month: 1, day: 1) ?? to
    try check(from, to)
    let report = PaidPriceReport(
      from: from, to: to, category: call.query["category"]?.text, subject: call.query["subject"]?.text)
    return try await call.report {
      try await report.json(caller, $0)
    } table: {
      try await report.table(caller, $0)
    }
  }

  private static let budget = Route(
    .tenant, .get, "/reports/budget", name: "budgetReport", access: officials,
    query: [
      .optional("from", .date, "A day of the budget year; the running one where absent."),
      .optional("to", .date, "A day of the budget year; it goes before `from`."), format,
    ], answer: .table(BudgetReport.shape)
  ) { call in
    let caller = try call.caller
    let (from, to) = (call.query["from"]?.day, call.query["to"]?.day)
    if let from, let to { try check(from, to) }
    let day = to ?? from ?? caller.today
    let report = BudgetReport(year: day.year)
    return try await call.report {
      try await report.json(caller, $0)
    } table: {
      try await report.table(caller, $0)
    }
  }
}
