import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import Tenancy
import Web

/// One province in which people act, without signing in.
struct DemonstrationPlace: Sendable {
  let services: Services
  let tenant: Tenant

  var now: Date { services.clock.now }

  func caller(_ actor: Actor) -> Caller { Caller(tenant: tenant, actor: actor, now: now) }

  func withConnection<T: Sendable>(
    _ body: (borrowing TenantConnection) async throws -> T
  ) async throws -> T {
    try await services.tenants.withConnection(tenant, body)
  }

  /// All active people, by address.
  /// - Parameter condition: on `app_user u`.
  func people(where condition: SQL = "true") async throws -> [DemonstrationPerson] {
    try await withConnection { lease in
      try await lease.query(
        """
        SELECT u.id, u.person, u.name, u.email, u.unit_id, coalesce(n.path, '{}'), u.vendor_id,
               ARRAY(SELECT role FROM user_role r WHERE r.user_id = u.id ORDER BY role), u.certificate_number,
               to_char(u.certificate_until, 'YYYY-MM-DD'), u.password_hash IS NOT NULL,
               \(ProvedAddress.condition("u"))
        FROM app_user u LEFT JOIN unit n ON n.id = u.unit_id WHERE u.active AND (\(condition)) ORDER BY u.email
        """
      ).rows(DemonstrationPerson.self)
    }
  }
}

/// Somebody of a province, and whether that person has a password yet.
struct DemonstrationPerson: RowDecodable, Sendable {
  let actor: Actor
  let hasPassword: Bool

  init(row: inout Row) throws {
    let (id, person, name, email) = (
      try row.next(UUID.self), try row.next(String.self), try row.next(String.self), try row.next(String.self)
    )
    let unit = try row.next(UUID?.self)
    let path = try row.next(SQLArray<String>.self).elements
    let vendor = try row.next(UUID?.self)
    let roles = try row.next(SQLArray<String>.self).elements.compactMap { Role(rawValue: $0) }
    let certificate = try CompetenceCertificate(
      number: row.next(String?.self), until: row.next(String?.self).flatMap { Day($0) })
    hasPassword = try row.next()
    actor = Actor(
      sessionID: UUID(), userID: id, person: person, name: name, email: email, roles: Set(roles),
      unitID: unit,
      unitPath: path, vendorID: vendor, certificate: certificate, hasProvedEmail: try row.next())
  }
}

extension [DemonstrationPerson] {
  /// - Throws: `DemonstrationFailure` where nobody has the role.
  func first(_ role: Role) throws -> Actor {
    guard let person = first(where: { $0.actor.roles.contains(role) }) else {
      throw DemonstrationFailure(description: "nobody is \(role.rawValue)")
    }
    return person.actor
  }

  /// Who shows what everybody does: the unit with most people, whoever acts on the whole province, the first ten
  /// vendors' owners and all staff.
  /// - Parameter vendors: those with enough products, best first.
  func shown(vendors: [UUID]) -> [Actor] {
    let officials = map(\.actor).filter(\.isOfficial)
    let byUnit = Dictionary(grouping: officials.filter { $0.unitID != nil }) { $0.unitPath }
    let largest = byUnit.max { ($0.value.count, $1.key.joined()) < ($1.value.count, $0.key.joined()) }?.key
    let chosen = Set(vendors)
    return officials.filter { $0.unitID == nil || $0.unitPath == largest }
      + map(\.actor).filter { $0.vendorID.map(chosen.contains) == true }
  }
}

/// Why there is no demonstration.
struct DemonstrationFailure: Error, CustomStringConvertible {
  let description: String
}
