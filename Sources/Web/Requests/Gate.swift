import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import Tenancy

/// Who is asking, may the role do this at all, and is the object there: 401, 403, 404.
struct Gate {
  let services: Services
  let tenant: Tenant?
  let now: Date

  /// - Returns: the signed-in person; nil on an open route without a token.
  func admit(_ route: Route, token: Secret?, parameters: [String: String]) async throws -> Actor? {
    guard let token else {
      guard case .anyone = route.access else { throw Problem.unauthenticated }
      return nil
    }
    let subject = try subject(of: route, parameters)
    do {
      if let actor = try await actor(route, subject, token) { return actor }
    } catch is Anonymous {
      return nil
    }
    if let tenant, let reader = try await services.reader(token, of: tenant, at: now) {
      try await check(route, reader, parameters)
      return reader
    }
    throw try await isCentral(token) ? Problem.forbidden : Problem.unauthenticated
  }

  private func actor(_ route: Route, _ subject: Sought?, _ token: Secret) async throws -> Actor? {
    guard let tenant else {
      return try await services.control.withConnection { lease in
        try await check(route, subject, Sessions.centralActor(token, at: now), lease)
      }
    }
    return try await services.tenants.withConnection(tenant) { lease in
      try await check(route, subject, Sessions.tenantActor(token, at: now), lease)
    }
  }

  /// A central administrator is known, and may do nothing on a province's host.
  private func isCentral(_ token: Secret) async throws -> Bool {
    guard tenant != nil else { return false }
    return try await services.control.withConnection { lease in
      try Sessions.actor(try await lease.query(Sessions.centralActor(token, at: now)), at: now) != nil
    }
  }

  /// Somebody is signed in for setting up one-time codes alone.
  private struct Anonymous: Error {}

  private struct Sought {
    let subject: Subject
    /// Nil where the path holds no UUID, which is no object's id.
    let id: UUID?
  }

  private func subject(of route: Route, _ parameters: [String: String]) throws -> Sought? {
    route.subject.map { Sought(subject: $0, id: parameters[$0.parameter].flatMap(UUID.init)) }
  }

  /// - Returns: nil where nobody has this session.
  private func check(
    _ route: Route, _ sought: Sought?, _ session: SQL, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Actor? {
    var reads = [session]
    if let sought, let id = sought.id { reads.append(sought.subject.select(id)) }
    let results = try await lease.pipeline(reads)
    guard let (person, mustTouch) = try Sessions.actor(results[0], at: now) else { return nil }
    let actor = tenant.map { person.bound(pptkAsPPK: $0.rulebook.people.pptkAsPPK) } ?? person
    if services.mustSetUpSecondFactor(actor, in: tenant), !SecondFactorRoutes.isOpen(route) {
      // Whatever anybody may do, such a person may do as anybody.
      if case .anyone = route.access { throw Anonymous() }
      throw Problem(403, "second_factor_needed")
    }
    if case .roles(let roles) = route.access, actor.roles.isDisjoint(with: roles) { throw Problem.forbidden }
    if let sought {
      guard results.count == 2, try sought.subject.isVisible(results[1], actor) else {
        throw Problem.notFound
      }
    }
    if mustTouch {
      try await lease.transaction { $0.enqueue(Sessions.touch(actor.sessionID, at: now)) }
    }
    return actor
  }
}
