import EOrderRules
import Foundation
import HTTPTypes
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// All tenants as whoever runs the installation sees them.
enum FleetRoutes {
  private static let member = Shape.component(
    "FleetMember",
    .object([
      .required("slug", .text(max: 31)), .required("state", .oneOf(TenantState.self)),
      .required("version", .integer(min: 0), "The schema's version."),
      .required("drift", .boolean, "Whether the schema differs from the one that its version shipped."),
      .required("health", .oneOf(["ok", "behind", "drifted", "suspended", "failed", "onboarding"])),
      .required("connections", .integer(min: 0)), .required("size", .integer(min: 0), "Bytes on disk."),
      .required("load", .integer(min: 0), "Connections that are at work now."),
    ]))

  static let read = Route(
    .admin, .get, "/fleet", name: "readFleet", access: .roles([.centralAdmin]), query: Paging.query,
    answer: .list(member)
  ) { call in
    let page = try call.page("fleet")
    let rows = try await call.withControl { lease in
      let tenants = try await lease.query(CentralTenant.select(page)).rows(CentralTenant.self)
      var members: [FleetMember] = []
      for tenant in tenants { members.append(try await FleetMember(tenant, call.services, lease)) }
      return members
    }
    return .answer(
      page.answer(rows, item: \.json) { Cursor(list: "fleet", value: $0.tenant.slug, id: $0.tenant.id) })
  }
}

/// One tenant with what can be measured of it from outside.
private struct FleetMember: Sendable {
  let tenant: CentralTenant
  private let load: Int
  private let size: Int64
  private let drift: Bool
  private let isBehind: Bool

  /// The schema is looked at now: what the registry remembers of it may be what somebody has since changed.
  init(_ tenant: CentralTenant, _ services: Services, _ lease: borrowing ControlConnection) async throws {
    let role = TenantNames(slug: tenant.slug).role
    let results = try await lease.pipeline([
      // What a connection of another role does is not shown; that it is in a transaction is.
      """
      SELECT count(DISTINCT l.pid) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE a.usename = \(role) AND l.locktype = 'virtualxid' AND l.mode = 'ExclusiveLock'
      """,
      """
      SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = \(role) AND c.relkind IN ('r', 'm')
      """,
      SchemaFingerprint.statement(tenant.slug),
    ])
    self.tenant = tenant
    load = try results[0].scalar(Int.self) ?? 0
    size = try results[1].scalar(Int64.self) ?? 0
    let shipped = services.fingerprints[tenant.schemaVersion]
    drift = try shipped != nil && results[2].scalar(String.self) != shipped
    isBehind = tenant.schemaVersion < services.schemaVersion
  }

  private var health: String {
    switch tenant.state {
    case .active: drift ? "drifted" : isBehind ? "behind" : "ok"
    case .archived: "suspended"
    case .suspended, .failed, .onboarding: tenant.state.rawValue
    }
  }

  var json: JSONValue {
    [
      "slug": .string(tenant.slug), "state": .string(tenant.state.rawValue),
      "version": JSONValue(tenant.schemaVersion), "drift": .bool(drift), "health": .string(health),
      "connections": JSONValue(tenant.connections), "size": .integer(size), "load": JSONValue(load),
    ]
  }
}
