import AuditLog
import Authentication
import EOrderRules
import Foundation
import HTTPTypes
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// Break-glass as central administration opens, sees and ends it (api.md §4, §6): what is written stands in the
/// province's own schema, by the province's own connection.
enum CentralBreakGlassRoutes {
  static let all: [Route] = [open, list, end]

  private static let centralOnly = Access.roles([.centralAdmin])
  private static let url = ShapeField.optional(
    "url", .text(max: 500), "Opens the access once; only for who opened it, until it is used.")

  private static let opened = Shape.component(
    "BreakGlassOpened",
    .object([
      .required("id", .uuid), .required("tenant", .text(max: 31)), .required("reason", .note),
      .required("openedAt", .dateTime), .required("endsAt", .dateTime),
      .required("url", .text(max: 500), "Where the access is entered, once; a page that asks first."),
    ]))

  private static let open = Route(
    .admin, .post, "/tenants/{slug}/break-glass", name: "openBreakGlass", access: centralOnly,
    body: .json(OpenBreakGlass.shape), answer: .json(201, opened), statuses: [409]
  ) { call in
    let province = try await ProvinceAccess(call)
    let open = OpenBreakGlass(body: call.body)
    let answer = try await province.withConnection {
      try await open(province.caller, call.write, key: province.key, $0)
    }
    guard let value = try? JSONValue(parsing: answer.body), let id = value["id"]?.uuid else {
      throw Problem.notFound
    }
    if !answer.isReplay { try await province.tell("tenant.open-break-glass", id) }
    let whole = value.merging(["url": .string(province.url(id))])
    return .answer(Answer(status: answer.status, body: whole.encoded, isReplay: answer.isReplay))
  }.finding(.tenant)

  private static let list = Route(
    .admin, .get, "/tenants/{slug}/break-glass", name: "listTenantBreakGlass", access: centralOnly,
    query: Paging.query,
    answer: .list(.component("CentralBreakGlass", .object(BreakGlass.members + [url]))), statuses: [409]
  ) { call in
    let province = try await ProvinceAccess(call)
    let list = ListBreakGlass(try call.page(ListBreakGlass.name))
    return .answer(
      try await province.withConnection {
        try await list($0) { province.json(of: $0) }
      })
  }.finding(.tenant)

  private static let end = Route(
    .admin, .post, "/tenants/{slug}/break-glass/{id}/end", name: "endTenantBreakGlass", access: centralOnly,
    body: .json(EndBreakGlass.shape), answer: .json(200, BreakGlass.shape), statuses: [409, 412]
  ) { call in
    let province = try await ProvinceAccess(call)
    let id = try call.id()
    let end = EndBreakGlass(id, body: call.body)
    let answer = try await province.withConnection { try await end(province.caller, call.write, $0) }
    if !answer.isReplay { try await province.tell("tenant.end-break-glass", id) }
    return .answer(answer)
  }.finding(.tenant)
}

/// A central administrator's request about the accesses to one province.
private struct ProvinceAccess: Sendable {
  private let call: Call
  private let tenant: Tenant
  let caller: Caller

  /// - Throws: 404; 409 `wrong_state` for a province that lets nobody in, whose schema takes no writes either.
  init(_ call: Call) async throws {
    guard let actor = call.actor else { throw Problem.unauthenticated }
    let slug = call.parameters["slug"] ?? ""
    let known = try await call.withControl {
      try await $0.query(CentralTenant.select(slug)).first(CentralTenant.self)
    }
    guard let known else { throw Procurement.Refusal.notFound }
    guard known.state == .active else { throw Procurement.Refusal.wrongState(known.state.rawValue) }
    let registry = call.services.registry
    if registry.tenant(slug: slug)?.state != .active { try await registry.refresh() }
    guard let tenant = registry.tenant(slug: slug), tenant.state == .active else {
      throw Problem.unavailable("unavailable", retryAfter: 5)
    }
    self.call = call
    self.tenant = tenant
    caller = Caller(tenant: tenant, actor: actor, now: call.now)
  }

  /// Lends a connection of the province; its workers and open pages hear of what was written.
  func withConnection(
    _ body: (borrowing TenantConnection) async throws -> Answer
  ) async throws -> Answer {
    let answer = try await call.services.tenants.withConnection(tenant, body)
    call.services.written(tenant, at: call.now)
    return answer
  }

  /// The one-time key of an access; it follows from the id, so that no record holds it.
  func key(_ id: UUID) -> Secret { Secret(bytes: call.services.centralLinkKey.secret(of: id)) }

  func url(_ id: UUID) -> String {
    let services = call.services
    let host = services.registry.host(of: tenant.slug) ?? "\(tenant.slug).\(services.domain)"
    return "\(services.url(host: host))/break-glass/keys/\(key(id).text)"
  }

  /// The key is the opener's alone, until it is used.
  func json(of access: BreakGlass) -> JSONValue {
    let value = access.json(at: call.now)
    let isWaiting = access.state(at: call.now) == .open && access.enteredAt == nil
    guard isWaiting, access.administratorID == caller.actor.userID else { return value }
    return value.merging(["url": .string(url(access.id))])
  }

  /// Central administration's own log has it too.
  func tell(_ action: String, _ id: UUID) async throws {
    let entry = CentralAudit.entry(
      action, subject: "tenant", id: tenant.slug, by: caller.actor.userID, at: call.now,
      detail: ["access": JSONValue(id), "reason": JSONValue(call.body["reason"]?.text)])
    try await call.withControl { lease in try await lease.transaction { $0.enqueue(entry.insertion) } }
  }
}
