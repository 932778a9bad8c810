import Authentication
import EOrderRules
import Files
import Foundation
import HTTPTypes
package import Hummingbird
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// Takes a request from its host to its answer, through every check in the order of api.md §2.
package struct Dispatcher: Sendable {
  private static let apiPrefix = "/api/v1"

  let services: Services
  private let tenantRoutes: RouteTable
  private let adminRoutes: RouteTable
  private let tenantDescription: [UInt8]
  private let adminDescription: [UInt8]
  private let pages: PageSite

  package init(_ services: Services) {
    self.services = services
    tenantRoutes = RouteTable(APIRoutes.tenant)
    adminRoutes = RouteTable(APIRoutes.admin(clockIsAdjustable: services.clockIsAdjustable))
    tenantDescription = OpenAPI(title: "e-Order", tenantRoutes.routes).document.encoded
    adminDescription = OpenAPI(title: "e-Order central administration", adminRoutes.routes).document.encoded
    pages = PageSite(services)
  }

  /// For `WebServer`.
  package func answer(_ request: Request, _ source: RequestSource) async throws -> Response {
    let exchange = Exchange(request, source)
    do {
      return try await route(exchange)
    } catch {
      let isTransient = (error as? PostgresError)?.isTransient ?? false
      let problem = (isTransient ? await suspension(exchange) : nil) ?? exchange.problem(of: error)
      return exchange.wantsPage ? pages.answer(problem, exchange) : exchange.response(problem)
    }
  }

  /// A login that was refused may be the first sign that the tenant has just been suspended.
  private func suspension(_ exchange: Exchange) async -> Problem? {
    try? await services.registry.refresh()
    guard services.registry.tenant(host: exchange.hostName)?.state == .suspended else { return nil }
    return .unavailable("tenant_suspended", retryAfter: 60)
  }

  private func route(_ exchange: Exchange) async throws -> Response {
    let facts = exchange.source.connection
    let host = exchange.hostName
    if let name = facts.serverName, name != host { throw Problem.misdirected }
    if let probe = try await Probes(services).answer(exchange) { return probe }
    if facts.isTLS, facts.serverName == nil, host != services.adminHost { throw Problem.unknownTenant }
    if host == services.adminHost { return try await serve(exchange, nil, adminRoutes, adminDescription) }
    guard let tenant = await services.registry.tenant(arrivingAt: host) else { throw Problem.unknownTenant }
    switch tenant.state {
    case .active: return try await serve(exchange, tenant, tenantRoutes, tenantDescription)
    case .suspended: throw Problem.unavailable("tenant_suspended", retryAfter: 60)
    case .onboarding, .archived, .failed: throw Problem.unknownTenant
    }
  }

  private func serve(
    _ exchange: Exchange, _ tenant: Tenant?, _ table: RouteTable, _ description: [UInt8]
  ) async throws -> Response {
    let path = exchange.path
    guard path == Self.apiPrefix || path.hasPrefix(Self.apiPrefix + "/") else {
      return try await pages.answer(exchange, tenant)
    }
    let below = path.dropFirst(Self.apiPrefix.count)
    if below == "/openapi.json" {
      guard exchange.request.method == .get else { throw Problem.methodNotAllowed(["GET"]) }
      return exchange.response(json: description, status: 200)
    }
    switch table.match(exchange.request.method, below) {
    case .none: throw Problem.notFound
    case .wrongMethod(let methods): throw Problem.methodNotAllowed(methods)
    case .route(let route, let parameters):
      return try await carryOut(route, parameters, exchange, tenant)
    }
  }

  private func carryOut(
    _ route: Route, _ parameters: [String: String], _ exchange: Exchange, _ tenant: Tenant?
  ) async throws -> Response {
    let now = services.clock.now
    let token = try exchange.bearerToken
    let gate = Gate(services: services, tenant: tenant, now: now)
    let actor = try await gate.admit(
      route.narrowed(by: exchange.request.uri.query), token: token, parameters: parameters)
    if let actor, actor.isReader, let tenant, route.method == .get {
      try await services.record(reading: exchange.target, by: actor, in: tenant, at: now)
    }
    let key = try exchange.idempotencyKey
    let reader = QueryReader(exchange.request.uri.query, route.query)
    // A right GET finds out by itself.
    if let subject = route.openSubject, route.method != .get || !reader.errors.isEmpty {
      try await gate.find(subject, actor, parameters)
    }
    let body = try await BodyReader(exchange.request, route.body)
    var errors = reader.errors + body.errors
    if !body.errors.isEmpty, let tenant, let judge = route.judge {
      let told = Set(errors.map(\.pointer))
      errors += judge(body.value, tenant, services).filter { !told.contains($0.pointer) }
    }
    let isStored = route.isRepeatable && reader.value["dryRun"] != true
    let idempotency =
      !isStored
      ? nil
      : key.map {
        IdempotentRequest(
          owner: actor?.userID.uuidString.lowercased() ?? "anonymous",
          route: "\(route.method) \(exchange.path)",
          key: $0, bodyHash: body.hash, now: now)
      }
    var call = Call(
      services: services, tenant: tenant, actor: actor, token: token, now: now, language: exchange.language,
      parameters: parameters, query: reader.value, body: body.value, upload: body.upload, raw: body.raw,
      write: Write(idempotency: idempotency, expectedVersions: exchange.expectedVersions),
      remoteAddress: exchange.source.connection.remoteAddress, userAgent: exchange.request.headers[.userAgent]
    )
    if !body.errors.isEmpty, let look = route.lookIntoMeaning {
      let told = Set(errors.map(\.pointer))
      errors += try await look(call).filter { !told.contains($0.pointer) }
    }
    guard errors.isEmpty else { throw Problem.invalid(errors) }
    call.lastEventID = exchange.request.headers[.lastEventID]
    let reply = try await route.handle(call)
    if let tenant, route.writes(reader.value) { services.written(tenant, at: now) }
    return exchange.response(reply)
  }
}
