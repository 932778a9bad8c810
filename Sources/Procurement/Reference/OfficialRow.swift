import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// An official of the province as colleagues see them.
package struct OfficialRow: RowDecodable, Sendable {
  package let id: UUID
  package let name: String
  package let nip: String?
  package let email: String
  package let roles: [Role]
  package let unitID: UUID?
  package let createdAt: Date

  package init(row: inout Row) throws {
    id = try row.next()
    name = try row.next()
    nip = try row.next(String?.self)
    email = try row.next()
    roles = try row.next(SQLArray<String>.self).elements.compactMap { Role(rawValue: $0) }
    unitID = try row.next(UUID?.self)
    createdAt = try row.next()
  }

  /// The columns above; the caller adds WHERE.
  static func columns(at now: Date) -> SQL {
    """
    SELECT u.id, u.name, u.nip, u.email,
           ARRAY(SELECT DISTINCT h.role FROM office_holding h
             WHERE h.user_id = u.id AND \(Office.isInEffect("h", at: now)) ORDER BY h.role),
           u.unit_id, u.created_at
    FROM app_user u LEFT JOIN unit n ON n.id = u.unit_id
    """
  }

  package var json: JSONValue {
    [
      "id": JSONValue(id), "name": .string(name), "nip": JSONValue(nip), "email": .string(email),
      "roles": .array(roles.map { .string($0.rawValue) }), "unitId": JSONValue(unitID),
    ]
  }

  /// What the API shows of an official.
  package static let answer = Shape.component(
    "Official",
    .object([
      .required("id", .uuid), .required("name", .name), .required("nip", .nullable(.text(.nip))),
      .required("email", .text(.email)), .required("roles", .array(of: .oneOf(Role.self))),
      .required("unitId", .nullable(.uuid)),
    ]))
}
