import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// An office: who holds which role, for which unit and year, on which days, by which decree.
package struct OfficeHolding: RowDecodable, Sendable {
  package let id: UUID
  let userID: UUID
  let userName: String
  let role: Role
  let unitID: UUID?
  let unitPath: [String]
  let atHome: Bool
  let year: Int?
  let from: Day?
  let until: Day?
  let untilAt: Date?
  let isInEffect: Bool
  let decree: JSONValue
  let kind: Office.Kind
  let principal: Office.Principal?
  let grantedAt: Date
  let endedAt: Date?
  let reason: String?
  package let version: Int

  package init(row: inout Row) throws {
    id = try row.next()
    userID = try row.next()
    userName = try row.next()
    role = try row.code()
    unitID = try row.next(UUID?.self)
    unitPath = try row.next(SQLArray<String>.self).elements
    atHome = try row.next()
    year = try row.next(Int?.self)
    from = try row.next(Day?.self)
    until = try row.next(Day?.self)
    untilAt = try row.next(Date?.self)
    isInEffect = try row.next()
    let (number, day) = (try row.next(String?.self), try row.next(Day?.self))
    decree = number.map { ["number": .string($0), "date": JSONValue(day)] } ?? .null
    kind = try row.code()
    let (principal, name) = (try row.next(UUID?.self), try row.next(String?.self))
    self.principal = principal.map { Office.Principal(id: $0, name: name ?? "") }
    grantedAt = try row.next()
    endedAt = try row.next(Date?.self)
    reason = try row.next(String?.self)
    version = try row.next()
  }

  /// The columns above; the caller adds WHERE.
  static func columns(at now: Date) -> SQL {
    """
    SELECT h.id, h.user_id, u.name, h.role, n.id, coalesce(n.path, '{}'), h.at_home, h.year, h.from_day, h.until_day,
           h.until_at, \(Office.isInEffect("h", at: now)), h.decree_number, h.decree_date, h.kind, h.on_behalf_of,
           b.name, h.granted_at, h.ended_at, h.end_reason, h.version
    FROM office_holding h JOIN app_user u ON u.id = h.user_id
    LEFT JOIN unit n ON n.id = CASE WHEN h.at_home THEN u.unit_id ELSE h.unit_id END
    LEFT JOIN app_user b ON b.id = h.on_behalf_of
    """
  }

  static func select(_ id: UUID, at now: Date) -> SQL { "\(columns(at: now)) WHERE h.id = \(id)" }

  /// Whether it is over at an instant.
  func isOver(at now: Date) -> Bool { untilAt.map { $0 <= now } ?? false }

  package var json: JSONValue {
    [
      "id": JSONValue(id), "userId": JSONValue(userID), "userName": .string(userName),
      "role": .string(role.rawValue), "unitId": JSONValue(unitID), "atHome": .bool(atHome),
      "year": JSONValue(year), "from": JSONValue(from), "until": JSONValue(until), "decree": decree,
      "kind": .string(kind.rawValue),
      "onBehalfOf": principal.map { ["id": JSONValue($0.id), "name": .string($0.name)] } ?? .null,
      "inEffect": .bool(isInEffect), "grantedAt": JSONValue(grantedAt), "endedAt": JSONValue(endedAt),
      "reason": JSONValue(reason), "version": JSONValue(version),
    ]
  }

  /// The decree by which somebody was appointed.
  package static let decreeShape = Shape.component(
    "Decree", .object([.required("number", .text(max: 100)), .required("date", .nullable(.date))]))

  /// What the API shows of an office.
  package static let answer = Shape.component(
    "Office",
    .object([
      .required("id", .uuid), .required("userId", .uuid), .required("userName", .name),
      .required("role", .oneOf(Role.self)),
      .required("unitId", .nullable(.uuid), "Null where it is for the whole province."),
      .required("atHome", .boolean, "Whether it is held where the account works, whichever unit that is."),
      .required("year", .nullable(.integer(min: 2000, max: 2999)), "Null where it is for every budget year."),
      .required("from", .nullable(.date)), .required("until", .nullable(.date), "Its last day."),
      .required("decree", .nullable(decreeShape)), .required("kind", .oneOf(Office.Kind.self)),
      .required("onBehalfOf", .nullable(Office.principalShape)), .required("inEffect", .boolean),
      .required("grantedAt", .dateTime), .required("endedAt", .nullable(.dateTime)),
      .required("reason", .nullable(.note), "Why it ended early."), .required("version", .integer(min: 1)),
    ]))
}
