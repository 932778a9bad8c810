import Authentication
import Foundation
import Postgres
import Procurement
import Tenancy

extension Gate {
  /// The checks of an operation for somebody whose session is known already: 403, 404.
  func check(_ route: Route, _ actor: Actor?, _ parameters: [String: String]) async throws {
    if let actor { try route.check(actor) }
    switch route.access {
    case .anyone: break
    case .signedIn: guard actor != nil else { throw Problem.unauthenticated }
    case .roles(let roles):
      guard let actor else { throw Problem.unauthenticated }
      if actor.roles.isDisjoint(with: roles) { throw Problem.forbidden }
    }
    if let subject = route.subject { try await find(subject, actor, parameters) }
    if let subject = route.openSubject { try await find(subject, actor, parameters) }
  }

  private func find(_ subject: Subject, _ actor: Actor?, _ parameters: [String: String]) async throws {
    guard let id = parameters[subject.parameter].flatMap(UUID.init), let actor else { throw Problem.notFound }
    let isThere: Bool
    if let tenant {
      isThere = try await services.tenants.withConnection(tenant) { lease in
        try subject.isVisible(try await lease.query(subject.select(id)), actor)
      }
    } else {
      isThere = try await services.control.withConnection { lease in
        try subject.isVisible(try await lease.query(subject.select(id)), actor)
      }
    }
    if !isThere { throw Problem.notFound }
  }
}
