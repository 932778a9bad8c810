import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// An office as it is to be held.
struct OfficeDraft: Sendable {
  let userID: UUID
  let role: Role
  let unitID: UUID?
  let year: Int?
  let from: Day?
  let until: Day?
  let decreeNumber: String
  let decreeDate: Day?
  let kind: Office.Kind
  let onBehalfOf: UUID?

  static let shape = Shape.component(
    "NewOffice",
    .object([
      .required("userId", .uuid),
      .required("role", .oneOf(RoleRules.assignable.filter(\.isOfficial).map(\.rawValue))),
      .optional("unitId", .nullable(.uuid), "Null for the whole province."),
      .optional("year", .nullable(.integer(min: 2000, max: 2999)), "The budget year; null for all."),
      .optional("from", .nullable(.date)), .optional("until", .nullable(.date), "The last day."),
      .required("decree", OfficeHolding.decreeShape), .required("kind", .oneOf(Office.Kind.self)),
      .optional("onBehalfOf", .nullable(.uuid), "The user's id of whoever holds the office."),
    ]))

  /// Reads a body that the shape has checked; nil where a member is missing.
  init?(body: JSONValue) {
    guard let user = body["userId"]?.uuid, let role = body["role"]?.text.flatMap(Role.init),
      let kind = body["kind"]?.text.flatMap(Office.Kind.init), let decree = body["decree"]?["number"]?.text
    else { return nil }
    (userID, self.role, self.kind, decreeNumber) = (user, role, kind, decree)
    unitID = body["unitId"]?.uuid
    year = body["year"]?.int
    from = body["from"]?.day
    until = body["until"]?.day
    decreeDate = body["decree"]?["date"]?.day
    onBehalfOf = body["onBehalfOf"]?.uuid
  }

  /// What is wrong with the office whoever holds it: dates, and for whom an acting holder acts.
  func refusals(_ caller: Caller) -> [FieldError] {
    var errors: [FieldError] = []
    if let from, let until, until < from {
      errors.append(FieldError("/until", .tooSmall, bound: from.description))
    } else if let until, until < caller.today {
      errors.append(FieldError("/until", .tooSmall, bound: caller.today.description))
    }
    if kind == .definitive {
      if onBehalfOf != nil { errors.append(FieldError("/onBehalfOf", .unknown)) }
    } else {
      if until == nil { errors.append(FieldError("/until", .required)) }
      if onBehalfOf == nil, kind != .actingPlt { errors.append(FieldError("/onBehalfOf", .required)) }
      if onBehalfOf == userID { errors.append(FieldError("/onBehalfOf", .notOneOf, detail: Self.ownPlace)) }
    }
    return errors
  }

  /// The first instant at which the office is held, and the first at which it is not any more.
  func instants(_ calendar: WorkCalendar) -> (from: Date?, until: Date?) {
    (from.map { calendar.instant(of: $0) }, until.map { calendar.instant(of: $0.adding(days: 1)) })
  }

  var detail: JSONValue {
    [
      "userId": JSONValue(userID), "role": .string(role.rawValue), "unitId": JSONValue(unitID),
      "year": JSONValue(year), "from": JSONValue(from), "until": JSONValue(until),
      "decree": .string(decreeNumber), "kind": .string(kind.rawValue), "onBehalfOf": JSONValue(onBehalfOf),
    ]
  }

  func insertion(_ id: UUID, audit: UUID, _ caller: Caller) -> SQL {
    let instants = instants(caller.tenant.calendar)
    return """
      INSERT INTO office_holding (id, user_id, role, at_home, unit_id, year, from_day, until_day, from_at, until_at,
        decree_number, decree_date, kind, on_behalf_of, granted_at, audit_id)
      VALUES (\(id), \(userID), \(role.rawValue), false, \(unitID), \(year), \(from), \(until), \(instants.from),
        \(instants.until), \(decreeNumber), \(decreeDate), \(kind.rawValue), \(onBehalfOf), \(caller.now), \(audit))
      """
  }

  private static let ownPlace = Bilingual(
    id: "Seseorang tidak dapat mewakili dirinya sendiri.", en: "Nobody acts in their own place.")
}
