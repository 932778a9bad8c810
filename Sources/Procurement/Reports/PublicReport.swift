package import EOrderRules
import Foundation
import Postgres
package import StrictJSON
import Tenancy

/// The reports that anyone may read.
package enum PublicReport: String, Sendable, CaseIterable {
  case spending
  case smallBusinesses = "umk-share"
  case daysToPay = "days-to-pay"

  package static let query: [ShapeField] = [
    .optional("from", .date, "The first day; that of the running year where absent."),
    .optional("to", .date, "The last day; today where absent."),
    .optional("format", .oneOf(["json", "csv", "xlsx"]), "JSON where absent."),
  ]

  /// What is wrong with a query that its shape lets pass.
  package static func errors(_ query: JSONValue, _ period: ReportPeriod) -> [FieldError] {
    var errors: [FieldError] = []
    if period.to < period.from {
      errors.append(FieldError("/query/to", .tooSmall, bound: period.from.description))
    }
    return errors
  }
}

/// The days that a report is about, both included.
package struct ReportPeriod: Sendable {
  package let from: Day
  package let to: Day

  package init(from: Day?, to: Day?, _ visit: Visit) {
    let today = visit.today
    self.to = to ?? today
    self.from = from ?? Day(year: self.to.year, month: 1, day: 1) ?? self.to
  }

  var json: [JSONMember] {
    [
      JSONMember(name: "from", value: JSONValue(from)), JSONMember(name: "to", value: JSONValue(to)),
    ]
  }

  static let fields: [ShapeField] = [.required("from", .date), .required("to", .date)]

  /// The instants from its beginning up to its end, which is not part of it.
  func bounds(_ visit: Visit) -> (start: Date, end: Date) {
    let calendar = visit.tenant.calendar
    return (calendar.instant(of: from), calendar.instant(of: to.adding(days: 1)))
  }
}

/// The orders that count as purchases: issued, and come to nothing since neither by a refusal nor by a cancellation, nor
/// by a termination before anything was accepted.
enum Purchases {
  static let counted: SQL = """
    o.issued_at IS NOT NULL AND o.state NOT IN ('declined', 'expired', 'cancelled')
      AND (o.state <> 'terminated' OR o.accepted_gross > 0)
    """

  /// What a purchase comes to: of a terminated order what was accepted (domain.md §7.5).
  static let gross: SQL = "CASE o.state WHEN 'terminated' THEN o.accepted_gross ELSE o.gross END"

  /// What was paid of it, at once or part by part.
  static let paid: SQL = """
    CASE WHEN o.paid_on IS NOT NULL THEN o.gross ELSE coalesce((
      SELECT sum(p.gross) FROM order_part p WHERE p.order_id = o.id AND p.paid_on IS NOT NULL), 0) END
    """
}
