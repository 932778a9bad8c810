import EOrderRules
import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// Working days, office hours and holidays of a province, for anyone.
package struct ReadCalendar: Sendable {
  /// Days of an answer at most.
  private static let longest = 400

  package static let query: [ShapeField] = [
    .optional("from", .date, "Today where absent."),
    .optional("to", .date, "The last day; 30 days after the first where absent, 400 at most."),
  ]

  private let from: Day?
  private let to: Day?

  /// Reads a query that the shape has checked.
  package init(query: JSONValue) {
    from = query["from"]?.day
    to = query["to"]?.day
  }

  /// - Throws: 422 at `/query/to` where it comes before `from`, or too long after it.
  package func callAsFunction(
    _ visit: Visit, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let first = from ?? visit.today
    let last = to ?? first.adding(days: 30)
    if last < first {
      throw Refusal.invalid([FieldError("/query/to", .tooSmall, bound: first.description)])
    }
    if last.days(since: first) >= Self.longest {
      let latest = first.adding(days: Self.longest - 1)
      throw Refusal.invalid([FieldError("/query/to", .tooLarge, bound: latest.description)])
    }
    let found = try await lease.query(
      "\(HolidayRow.select) WHERE day >= \(first) AND day <= \(last)")
    let calendar = visit.tenant.calendar.observing(try HolidayRow.days(found))
    let days = (0...last.days(since: first)).map { first.adding(days: $0) }
    return Answer([
      "timeZone": .string(calendar.zone.rawValue), "zone": .string(calendar.zone.abbreviation),
      "from": JSONValue(first), "to": JSONValue(last),
      "workingDays": JSONValue(days.count { calendar.isWorkingDay($0) }),
      "days": .array(days.map { Self.json($0, calendar) }),
    ])
  }

  private static func json(_ day: Day, _ calendar: WorkCalendar) -> JSONValue {
    let isWorking = calendar.isWorkingDay(day)
    let holiday: JSONValue =
      calendar.holidays[day].map {
        [
          "name": .string($0.name), "kind": .string($0.kind.rawValue), "source": JSONValue($0.source),
        ]
      } ?? .null
    return [
      "day": JSONValue(day), "weekday": .string(day.weekday.name), "working": .bool(isWorking),
      "hours": isWorking ? .string(calendar.hours(on: day).description) : .null, "holiday": holiday,
    ]
  }

  /// What the API shows of a stretch of the calendar.
  package static let answer = Shape.component(
    "Calendar",
    .object([
      .required("timeZone", .text(max: 50)), .required("zone", .text(max: 4), "WIB, WITA or WIT."),
      .required("from", .date), .required("to", .date), .required("workingDays", .integer(min: 0)),
      .required("days", .array(of: day)),
    ]))

  private static let day = Shape.component(
    "CalendarDay",
    .object([
      .required("day", .date), .required("weekday", .oneOf(Weekday.allCases.map(\.name))),
      .required("working", .boolean),
      .required("hours", .nullable(.text(max: 11)), "Local time, as `07:30-16:00`; null where nobody works."),
      .required(
        "holiday",
        .nullable(
          .object([
            .required("name", .text(max: 200)), .required("kind", .oneOf(Holiday.Kind.self)),
            .required("source", .nullable(.text(max: 200))),
          ]))),
    ]))
}
