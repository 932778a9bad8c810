import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// Somebody who can sign in.
struct DemonstrationLogin: Sendable {
  let email: String
  let password: String
  let roles: [String]
  var unitID: UUID?
  var vendorID: UUID?
  /// The key for an authenticator program, where one-time codes are asked for.
  var otpSecret: String?

  var json: JSONValue {
    var members: [JSONMember] = [
      JSONMember(name: "email", value: .string(email)),
      JSONMember(name: "password", value: .string(password)),
      JSONMember(name: "roles", value: .array(roles.map { .string($0) })),
    ]
    for (name, id) in [("unitId", unitID), ("vendorId", vendorID)] {
      if let id { members.append(JSONMember(name: name, value: .string(id.uuidString.lowercased()))) }
    }
    if let otpSecret { members.append(JSONMember(name: "otpSecret", value: .string(otpSecret))) }
    return .object(members)
  }
}

extension DemonstrationLogin {
  /// The same as an earlier start has written it; nil where it is something else.
  init?(_ json: JSONValue) {
    guard let email = json["email"]?.text, let password = json["password"]?.text else { return nil }
    self.init(
      email: email, password: password, roles: (json["roles"]?.elements ?? []).compactMap(\.text),
      unitID: json["unitId"]?.uuid, vendorID: json["vendorId"]?.uuid,
      otpSecret: json["otpSecret"]?.text)
  }
}

/// Everybody of the demonstration who can sign in.
struct DemonstrationLogins: Sendable {
  struct Province: Sendable {
    let slug: String
    let users: [DemonstrationLogin]
  }

  let administrators: [DemonstrationLogin]
  let tenants: [Province]
}

/// Reads who of one province can sign in.
struct ProvinceLogins: Sendable {
  let place: DemonstrationPlace
  let passwords: DemonstrationPasswords

  private static let shownVendors = 10
  private static let productsOfEach = 3

  /// The same ten verified vendors at every start.
  func vendors() async throws -> [UUID] {
    try await place.withConnection { lease in
      try await lease.query(
        """
        SELECT v.id FROM vendor v
        WHERE v.state = 'verified'
          AND (SELECT count(*) FROM product p WHERE p.vendor_id = v.id AND p.state = 'listed') >= \(Self.productsOfEach)
        ORDER BY v.nib LIMIT \(Self.shownVendors)
        """
      ).column(UUID.self)
    }
  }

  func read() async throws -> DemonstrationLogins.Province {
    let people = try await place.people()
    let able = Set(people.filter(\.hasPassword).map(\.actor.userID))
    let users = people.shown(vendors: try await vendors()).filter { able.contains($0.userID) }.map { actor in
      DemonstrationLogin(
        email: actor.email, password: passwords.password(of: actor.email, in: place.tenant.slug),
        roles: actor.roles.map(\.rawValue).sorted(), unitID: actor.unitID, vendorID: actor.vendorID)
    }
    return .init(slug: place.tenant.slug, users: users)
  }
}
