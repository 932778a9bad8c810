package import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A person's account as whoever keeps the accounts sees it.
package struct UserRow: RowDecodable, Sendable {
  package let id: UUID
  package let name: String
  package let email: String
  package let nip: String?
  package let phone: String?
  package let roles: Set<Role>
  package let unitID: UUID?
  package let vendorID: UUID?
  package let certificate: PBJCertificate?
  package let isActive: Bool
  package let hasPassword: Bool
  package let hasSecondFactor: Bool
  package let createdAt: Date
  package let version: Int

  package init(row: inout Row) throws {
    id = try row.next()
    name = try row.next()
    email = try row.next()
    nip = try row.next(String?.self)
    phone = try row.next(String?.self)
    roles = Set(try row.next(SQLArray<String>.self).elements.compactMap { Role(rawValue: $0) })
    unitID = try row.next(UUID?.self)
    vendorID = try row.next(UUID?.self)
    certificate = PBJCertificate(number: try row.next(String?.self), until: try row.next(Day?.self))
    isActive = try row.next()
    hasPassword = try row.next()
    hasSecondFactor = try row.next()
    createdAt = try row.next()
    version = try row.next()
  }

  /// The columns above; the caller adds WHERE.
  static func columns(at now: Date) -> SQL {
    """
    SELECT u.id, u.name, u.email, u.nip, u.phone, \(HomeOffices.roles(at: now)),
           u.unit_id, u.vendor_id, u.certificate_number, u.certificate_until, u.active, u.password_hash IS NOT NULL,
           EXISTS (SELECT FROM second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL), u.created_at, u.version
    FROM app_user u
    """
  }

  static func select(_ id: UUID, at now: Date) -> SQL { "\(columns(at: now)) WHERE u.id = \(id)" }

  static func selectForUpdate(_ id: UUID, at now: Date) -> SQL {
    "\(columns(at: now)) WHERE u.id = \(id) FOR UPDATE OF u"
  }

  /// Whether this person keeps the account: the province's administrator all of officials and vendors, a
  /// vendor's owner those of its own staff.
  package func isKept(by actor: Actor) -> Bool {
    if actor.roles.contains(.tenantAdmin) { return true }
    return actor.roles.contains(.vendorOwner) && vendorID != nil && vendorID == actor.vendorID
  }

  package var json: JSONValue {
    [
      "id": JSONValue(id), "name": .string(name), "email": .string(email), "nip": JSONValue(nip),
      "phone": JSONValue(phone), "roles": .array(roles.map(\.rawValue).sorted().map(JSONValue.string)),
      "unitId": JSONValue(unitID), "vendorId": JSONValue(vendorID), "certificate": certificate?.json ?? .null,
      "active": .bool(isActive), "hasPassword": .bool(hasPassword), "hasSecondFactor": .bool(hasSecondFactor),
      "createdAt": JSONValue(createdAt),
      "version": JSONValue(version),
    ]
  }

  /// What the API shows of an account.
  package static let answer = Shape.component("User", .object(fields))

  static let fields: [ShapeField] = [
    .required("id", .uuid), .required("name", .name), .required("email", .text(.email)),
    .required("nip", .nullable(.text(.nip))), .required("phone", .nullable(.text(.phone))),
    .required("roles", .array(of: .oneOf(Role.self))), .required("unitId", .nullable(.uuid)),
    .required("vendorId", .nullable(.uuid)), .required("certificate", .nullable(PBJCertificate.shape)),
    .required("active", .boolean), .required("hasPassword", .boolean), .required("hasSecondFactor", .boolean),
    .required("createdAt", .dateTime),
    .required("version", .integer(min: 1)),
  ]
}

/// A certificate of competence in procurement (PBJ).
package struct PBJCertificate: Sendable, Equatable {
  package let number: String
  /// The last day on which it holds.
  package let until: Day?

  init?(number: String?, until: Day?) {
    guard let number else { return nil }
    self.number = number
    self.until = until
  }

  init?(json: JSONValue?) {
    self.init(number: json?["number"]?.text, until: json?["validUntil"]?.text.flatMap { Day($0) })
  }

  var json: JSONValue { ["number": .string(number), "validUntil": JSONValue(until)] }

  static let shape = Shape.component(
    "Certificate",
    .object([.required("number", .text(max: 100)), .required("validUntil", .nullable(.date))]))
}
