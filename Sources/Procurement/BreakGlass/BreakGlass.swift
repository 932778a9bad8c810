package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// Where an access by break-glass stands.
package enum BreakGlassState: String, Sendable, CaseIterable {
  /// Its time has neither passed nor been cut short.
  case open
  /// Somebody has ended it before its time.
  case ended
  case expired
}

/// An access of a central administrator to a province, as the province and central administration see it: who, why,
/// from when until when (api.md §4, §6).
package struct BreakGlass: RowDecodable, Sendable {
  /// Who of the province sees the accesses.
  package static let readers: Set<Role> = [.tenantAdmin, .auditor]
  /// Who of the province ends them.
  package static let enders: Set<Role> = [.tenantAdmin]

  package let id: UUID
  package let administratorID: UUID
  let administratorName: String
  let administratorEmail: String
  let reason: String
  package let openedAt: Date
  package let endsAt: Date
  package let enteredAt: Date?
  let endedAt: Date?
  let endedBy: String?
  let endReason: String?
  let version: Int

  package init(row: inout Row) throws {
    id = try row.next()
    administratorID = try row.next()
    administratorName = try row.next()
    administratorEmail = try row.next()
    reason = try row.next()
    openedAt = try row.next()
    endsAt = try row.next()
    enteredAt = try row.next(Date?.self)
    endedAt = try row.next(Date?.self)
    endedBy = try row.next(String?.self)
    endReason = try row.next(String?.self)
    version = try row.next()
  }

  /// The columns above; the caller adds WHERE.
  static let columns: SQL = """
    SELECT g.id, g.admin_id, g.admin_name, g.admin_email, g.reason, g.opened_at, g.ends_at, g.entered_at, g.ended_at,
           g.ended_by_name, g.end_reason, g.version
    FROM break_glass g
    """

  package static func select(_ id: UUID) -> SQL { "\(columns) WHERE g.id = \(id)" }

  package func state(at now: Date) -> BreakGlassState {
    endedAt != nil ? .ended : endsAt <= now ? .expired : .open
  }

  package static let members: [ShapeField] = [
    .required("id", .uuid),
    .required("administrator", .object([.required("name", .name), .required("email", .text(max: 320))])),
    .required("reason", .note), .required("openedAt", .dateTime), .required("endsAt", .dateTime),
    .required("state", .oneOf(BreakGlassState.self)),
    .required("enteredAt", .nullable(.dateTime), "When its key was used."),
    .required("endedAt", .nullable(.dateTime), "When somebody ended it before its time."),
    .required("endedBy", .nullable(.name)), .required("endReason", .nullable(.note)),
  ]

  /// What the API shows.
  package static let shape = Shape.component("BreakGlass", .object(members))

  package func json(at now: Date) -> JSONValue {
    [
      "id": JSONValue(id),
      "administrator": ["name": .string(administratorName), "email": .string(administratorEmail)],
      "reason": .string(reason), "openedAt": JSONValue(openedAt), "endsAt": JSONValue(endsAt),
      "state": .string(state(at: now).rawValue), "enteredAt": JSONValue(enteredAt),
      "endedAt": JSONValue(endedAt), "endedBy": JSONValue(endedBy), "endReason": JSONValue(endReason),
    ]
  }
}
