import Crypto
import EOrderRules
import Foundation
import HTTPTypes
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// Central administration of the tenants.
enum TenantRoutes {
  static let all: [Route] = [list, read, create, suspend, resume, operation, fleet]

  private static let centralOnly = Access.roles([.centralAdmin])

  private static let step = Shape.component(
    "OperationStep",
    .object([
      .required("name", .text(max: 100)), .required("state", .oneOf(OperationState.self)),
      .optional("error", .text(max: 2000)),
    ]))

  private static let operationShape = Shape.component(
    "Operation",
    .object([
      .required("id", .uuid), .required("kind", .oneOf(OperationKind.self)),
      .required("tenant", .nullable(.text(max: 31))), .required("state", .oneOf(OperationState.self)),
      .required("steps", .array(of: step)), .optional("error", .text(max: 2000)),
      .optional("result", .freeObject, "What it brought forth, such as the first administrator's invitation."),
    ]))

  private static let tenantShape = Shape.component(
    "Tenant",
    .object([
      .required("slug", .text(max: 31)), .required("code", .text(max: 2)), .required("name", .name),
      .required("state", .oneOf(TenantState.self)), .required("schemaVersion", .integer(min: 0)),
      .required("hosts", .array(of: .text(max: 253))), .required("placement", .text(max: 50)),
      .required("usage", .object([.required("connections", .integer(min: 0))])),
      .required("operationId", .nullable(.uuid)),
    ]))

  private static let onboardingShape = Shape.component(
    "Onboarding",
    .object([
      .required("slug", .text(max: 31)), .required("state", .oneOf(TenantState.self)),
      .required("operationId", .uuid), .required("steps", .array(of: step)),
    ]))

  private static let list = Route(
    .admin, .get, "/tenants", name: "listTenants", access: centralOnly, query: Paging.query,
    answer: .list(tenantShape)
  ) { call in
    let page = try call.page("tenants")
    let rows = try await call.withControl { try await CentralTenant.page(page, $0) }
    return .answer(
      page.answer(rows, item: \.json) { Cursor(list: "tenants", value: $0.slug, id: $0.id) })
  }

  private static let read = Route(
    .admin, .get, "/tenants/{slug}", name: "readTenant", access: centralOnly, answer: .json(200, tenantShape)
  ) { call in
    .answer(Answer(try await tenant(call).json))
  }

  private static func tenant(_ call: Call) async throws -> CentralTenant {
    guard let slug = call.parameters["slug"], isSlug(slug) else { throw Problem.notFound }
    let found = try await call.withControl { lease in
      try await lease.query("\(CentralTenant.columns) WHERE t.slug = \(slug)").first(CentralTenant.self)
    }
    guard let found else { throw Problem.notFound }
    return found
  }

  private static let create = Route(
    .admin, .post, "/tenants", name: "onboardTenant", access: centralOnly, body: .tenantFile,
    answer: .json(202, onboardingShape)
  ) { call in
    let file: TenantFile
    do throws(RuleFileError) {
      file = try TenantFile(call.raw, national: call.services.national)
    } catch {
      if error.problems.contains(where: { $0.description.contains("not YAML") }) { throw Problem.malformed() }
      throw Problem.invalid(error.problems.map { $0.fieldError })
    }
    let slug = file.rulebook.tenant.slug
    let ask = AskOperation(.onboard, tenant: slug, payload: call.raw)
    return .answer(try await ask(call) { operation in
      [
        "slug": .string(slug), "state": "onboarding", "operationId": JSONValue(operation.id),
        "steps": .array(operation.steps.map(\.json)),
      ]
    })
  }

  private static let suspend = change(.suspend)
  private static let resume = change(.resume)

  private static func change(_ kind: OperationKind) -> Route {
    Route(
      .admin, .post, "/tenants/{slug}/\(kind.rawValue)", name: "\(kind.rawValue)Tenant", access: centralOnly,
      body: .json(.object([.optional("reason", .nullable(.note))])), answer: .json(202, operationShape),
      statuses: [409]
    ) { call in
      let tenant = try await tenant(call)
      guard [.active, .suspended].contains(tenant.state) else {
        throw Procurement.Refusal.wrongState(tenant.state.rawValue)
      }
      let ask = AskOperation(kind, tenant: tenant.slug, payload: call.body.encoded)
      return .answer(try await ask(call) { $0.json })
    }
  }

  private static let operation = Route(
    .admin, .get, "/operations/{id}", name: "readOperation", access: centralOnly,
    answer: .json(200, operationShape)
  ) { call in
    let id = try call.id()
    guard let found = try await call.withControl({ try await Operations.read(id, $0) }) else {
      throw Problem.notFound
    }
    return .answer(Answer(found.json))
  }

  private static let member = Shape.component(
    "FleetMember",
    .object([
      .required("slug", .text(max: 31)), .required("state", .oneOf(TenantState.self)),
      .required("version", .integer(min: 0), "The schema's version."), .required("drift", .boolean),
      .required("health", .oneOf(["ok", "behind", "suspended", "failed", "onboarding"])),
      .required("connections", .integer(min: 0)), .required("size", .integer(min: 0), "Bytes on disk, about."),
      .required("load", .integer(min: 0), "Connections that are at work now."),
    ]))

  private static let fleet = Route(
    .admin, .get, "/fleet", name: "readFleet", access: centralOnly, query: Paging.query, answer: .list(member)
  ) { call in
    let page = try call.page("fleet")
    let rows = try await call.withControl { try await CentralTenant.page(page, $0) }
    let latest = call.services.schemaVersion
    return .answer(
      page.answer(rows, item: { $0.fleetJSON(latest: latest) }) {
        Cursor(list: "fleet", value: $0.slug, id: $0.id)
      })
  }
}

/// A tenant as central administration sees it: never its business data.
private struct CentralTenant: RowDecodable, Sendable {
  let id: UUID
  let slug: String
  let code: String
  let name: String
  let state: TenantState
  let schemaVersion: Int
  let hosts: [String]
  let connections: Int
  let load: Int
  let size: Int64
  let operation: UUID?

  static let columns: SQL = """
    SELECT t.id, t.slug, t.code, t.name, t.state, t.schema_version,
           ARRAY(SELECT host FROM tenant_host h WHERE h.tenant_id = t.id ORDER BY host),
           (SELECT count(*) FROM pg_stat_activity a WHERE a.usename = 'tenant_' || t.slug),
           (SELECT count(*) FROM pg_stat_activity a WHERE a.usename = 'tenant_' || t.slug AND a.state = 'active'),
           coalesce((SELECT sum(c.relpages::bigint) * 8192 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = 'tenant_' || t.slug), 0)::bigint,
           (SELECT o.id FROM operation o WHERE o.tenant_slug = t.slug ORDER BY o.created_at DESC LIMIT 1)
    FROM tenant t
    """

  static func page(
    _ page: PageRequest, _ lease: borrowing ControlConnection
  ) async throws -> [CentralTenant] {
    let after = page.cursor?.value ?? ""
    return try await lease.query(
      "\(columns) WHERE t.slug > \(after) ORDER BY t.slug LIMIT \(page.limit + 1)"
    ).rows(CentralTenant.self)
  }

  init(row: inout Row) throws {
    id = try row.next()
    slug = try row.next()
    code = try row.next()
    name = try row.next()
    state = TenantState(rawValue: try row.next()) ?? .failed
    schemaVersion = try row.next()
    hosts = try row.next(SQLArray<String>.self).elements
    connections = try row.next()
    load = try row.next()
    size = try row.next()
    operation = try row.next(UUID?.self)
  }

  var json: JSONValue {
    [
      "slug": .string(slug), "code": .string(code), "name": .string(name), "state": .string(state.rawValue),
      "schemaVersion": JSONValue(schemaVersion), "hosts": .array(hosts.map { .string($0) }),
      "placement": "local", "usage": ["connections": JSONValue(connections)], "operationId": JSONValue(operation),
    ]
  }

  func fleetJSON(latest: Int) -> JSONValue {
    let behind = schemaVersion < latest
    let health = state == .active ? (behind ? "behind" : "ok") : state == .archived ? "suspended" : state.rawValue
    return [
      "slug": .string(slug), "state": .string(state.rawValue), "version": JSONValue(schemaVersion),
      "drift": .bool(behind), "health": .string(health), "connections": JSONValue(connections),
      "size": .integer(size), "load": JSONValue(load),
    ]
  }
}

extension OperationStep {
  var json: JSONValue {
    var members = [
      JSONMember(name: "name", value: .string(name)), JSONMember(name: "state", value: .string(state.rawValue)),
    ]
    if let error { members.append(JSONMember(name: "error", value: .string(error))) }
    return .object(members)
  }
}

extension Tenancy.Operation {
  var json: JSONValue {
    var members = [
      JSONMember(name: "id", value: JSONValue(id)), JSONMember(name: "kind", value: .string(kind.rawValue)),
      JSONMember(name: "tenant", value: JSONValue(tenant)),
      JSONMember(name: "state", value: .string(state.rawValue)),
      JSONMember(name: "steps", value: .array(steps.map(\.json))),
    ]
    if let error { members.append(JSONMember(name: "error", value: .string(error))) }
    if let result = try? JSONValue(parsing: result) { members.append(JSONMember(name: "result", value: result)) }
    return .object(members)
  }
}

extension RuleFileProblem {
  /// The same where the file came over HTTPS: the key as a pointer, the line in the sentence.
  var fieldError: FieldError {
    let pointer = key.isEmpty ? "" : "/" + key.replacing(".", with: "/")
    return FieldError(pointer, .badFormat, detail: Bilingual(id: description, en: description))
  }
}
