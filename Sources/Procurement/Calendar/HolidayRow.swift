import EOrderRules
import Postgres
import Tenancy

/// A holiday that was laid down since the rules were written, or withdrawn.
struct HolidayRow: RowDecodable, Sendable {
  let day: Day
  let holiday: Holiday

  init(row: inout Row) throws {
    day = try row.next()
    holiday = Holiday(name: try row.next(), kind: try row.code(), source: try row.next(String?.self))
  }

  static let select: SQL = "SELECT day, name, kind, source FROM holiday"

  /// The rows by day.
  static func days(_ result: Result) throws -> [Day: Holiday] {
    Dictionary(try result.rows(HolidayRow.self).map { ($0.day, $0.holiday) }) { _, last in last }
  }
}

extension Caller {
  /// The same request with the holidays that the province laid down since its rules were written.
  func observingHolidays(_ transaction: borrowing Transaction) async throws -> Caller {
    observing(try HolidayRow.days(try await transaction.query(HolidayRow.select)))
  }

  /// The same request with the holidays that the province laid down since its rules were written.
  func observing(_ days: [Day: Holiday]) -> Caller {
    days.isEmpty ? self : Caller(tenant: tenant.observing(days), actor: actor, now: now)
  }
}
