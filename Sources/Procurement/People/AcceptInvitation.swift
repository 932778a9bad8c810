import AuditLog
package import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// Somebody follows an invitation and sets a password.
package struct AcceptInvitation: Sendable {
  package static let shape = Shape.component(
    "NewPassword", .object([.required("password", .secret(min: 1, max: PasswordPolicy.maximumBytes))]))

  private let secret: Secret
  private let password: String
  private let realm: SignIn.Realm
  private let context: [String]

  /// - Parameters:
  ///   - realm: whose invitation it is: in the control schema everybody is a central administrator.
  ///   - context: names of the place, which no password may consist of.
  package init(
    _ secret: Secret, body: JSONValue, realm: SignIn.Realm = .tenant, context: [String] = []
  ) {
    self.secret = secret
    password = body.string("password")
    self.realm = realm
    self.context = context
  }

  /// Whether a link can still be followed, so that an unknown one is 404 whatever the body says.
  package static func find(_ secret: Secret, realm: SignIn.Realm, at now: Date) -> SQL {
    Invitee.select(secret, realm, at: now)
  }

  /// The address of the account behind a link that can still be followed; nil where it cannot.
  package static func email(
    _ secret: Secret, realm: SignIn.Realm, at now: Date, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> String? {
    try await lease.query(find(secret, realm: realm, at: now)).first(Invitee.self)?.email
  }

  /// The answer is the user as a session's answer shows it; every older session of the user ends.
  /// - Throws: `Refusal.notFound` for a link that is unknown, used or too old; 422 at `/password`.
  package func callAsFunction(
    at now: Date, rulesVersion: String?, policy: PasswordPolicy, hasher: PasswordHasher,
    _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let invitee = try await lease.query(Invitee.select(secret, realm, at: now)).first(Invitee.self)
    guard let invitee else { throw Refusal.notFound }
    let refusal = policy.refusal(
      of: password, roles: invitee.roles, context: [invitee.email, invitee.name] + context,
      pointer: "/password")
    if let refusal { throw Refusal.invalid([refusal]) }
    let hash = try await hasher.hash(password)
    return try await lease.transaction { transaction in
      let found = try await transaction.query(Invitations.find(secret, at: now))
      guard let (id, user, _, _) = try found.first(as: (UUID, UUID, String, String).self) else {
        throw Refusal.notFound
      }
      let entry = AuditEntry(
        at: now, actor: user.lowercased, role: invitee.roles.map(\.rawValue).min() ?? "none",
        action: "user.accept-invitation", subjectType: "user", subjectID: user.lowercased,
        ruleVersion: rulesVersion, detail: [:])
      var statements =
        [Invitations.use(id, at: now)] + Invitations.setPassword(hash, user: user) + [entry.insertion]
      if realm == .tenant {
        statements.append(Invitations.proveAddress(by: id, of: user, at: now))
        statements.append(PasswordTerm.begin(of: user, at: now))
      }
      if invitee.hasPassword {
        statements.append(Letter(.passwordChanged, to: user, at: invitee.email, now: now).insertion)
      }
      for statement in statements { transaction.enqueue(statement) }
      return Answer(invitee.json)
    }
  }
}

/// The person behind a link.
private struct Invitee: RowDecodable {
  let id: UUID
  let email: String
  let name: String
  let roles: Set<Role>
  let unitID: UUID?
  let vendorID: UUID?
  let hasPassword: Bool

  init(row: inout Row) throws {
    id = try row.next()
    email = try row.next()
    name = try row.next()
    roles = Set(try row.next(SQLArray<String>.self).elements.compactMap { Role(rawValue: $0) })
    unitID = try row.next(UUID?.self)
    vendorID = try row.next(UUID?.self)
    hasPassword = try row.next()
  }

  static func select(_ secret: Secret, _ realm: SignIn.Realm, at now: Date) -> SQL {
    let person: SQL =
      realm == .central
      ? "ARRAY['central_admin'], NULL::uuid, NULL::uuid"
      : "\(HomeOffices.roles(at: now)), u.unit_id, u.vendor_id"
    return """
      SELECT u.id, u.email, u.name, \(person), u.password_hash IS NOT NULL FROM invitation i JOIN app_user u ON u.id = i.user_id
      WHERE i.token_hash = \(secret.hash) AND i.used_at IS NULL AND i.expires_at > \(now) AND u.active
      """
  }

  var json: JSONValue {
    [
      "id": JSONValue(id), "name": .string(name),
      "roles": .array(roles.map(\.rawValue).sorted().map(JSONValue.string)), "unitId": JSONValue(unitID),
      "vendorId": JSONValue(vendorID),
    ]
  }
}

extension AcceptInvitation {
  /// The user as a session's answer shows it.
  package static let answer = Shape.component(
    "InvitedUser",
    .object([
      .required("id", .uuid), .required("name", .name), .required("roles", .array(of: .oneOf(Role.self))),
      .required("unitId", .nullable(.uuid)), .required("vendorId", .nullable(.uuid)),
    ]))
}
