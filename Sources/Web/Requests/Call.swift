import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// One request that passed every check which does not need the use case: what a handler works with.
struct Call: Sendable {
  let services: Services
  /// Nil on the admin host.
  let tenant: Tenant?
  /// Nil where nobody is signed in.
  let actor: Actor?
  let token: Secret?
  let now: Date
  let language: Language
  let parameters: [String: String]
  let query: JSONValue
  /// Validated and normalised; `{}` where the route takes none.
  let body: JSONValue
  let upload: Upload?
  /// The raw body of routes that take CSV or a tenant file.
  let raw: [UInt8]
  let write: Write
  let remoteAddress: String
  let userAgent: String?
  /// The event after which a stream goes on.
  var lastEventID: String?

  /// The id that a path parameter spells.
  /// - Throws: `Refusal.notFound` where it is no UUID.
  func id(_ name: String = "id") throws -> UUID {
    guard let id = parameters[name].flatMap(UUID.init) else { throw Procurement.Refusal.notFound }
    return id
  }

  /// The caller of a tenant's route.
  var caller: Caller {
    get throws {
      guard let tenant, let actor else { throw Problem.unauthenticated }
      return Caller(tenant: tenant, actor: actor, now: now)
    }
  }

  /// Lends a connection of the call's tenant.
  func withTenant<T: Sendable>(
    _ body: (borrowing TenantConnection) async throws -> T
  ) async throws -> T {
    guard let tenant else { throw Problem.notFound }
    return try await services.tenants.withConnection(tenant, body)
  }

  /// Lends a connection of the control schema.
  func withControl<T: Sendable>(
    _ body: (borrowing ControlConnection) async throws -> T
  ) async throws -> T {
    try await services.control.withConnection(body)
  }

  /// Which passwords are taken here.
  var passwords: PasswordPolicy {
    guard let tenant else { return services.passwords }
    return services.passwords.under(tenant.rulebook, on: tenant.today(now))
  }

  /// The page that a list's query asks for.
  /// - Throws: 422 at `/query/cursor` for a cursor of another list.
  func page(_ list: String) throws -> PageRequest {
    let limit = query["limit"]?.int ?? 20
    let scope = tenant?.slug ?? ""
    guard let text = query["cursor"]?.text else {
      return PageRequest(limit: limit, cursor: nil, scope: scope)
    }
    guard let cursor = Cursor(text, list: list, scope: scope) else {
      throw Procurement.Refusal.invalid([FieldError("/query/cursor", .badFormat)])
    }
    return PageRequest(limit: limit, cursor: cursor, scope: scope)
  }
}

/// A file that came in a multipart form.
struct Upload: Sendable {
  let kind: String
  let bytes: [UInt8]
  /// The last day on which the paper holds.
  var validUntil: Day?
}
