import EOrderRules
import Foundation
import HTTPTypes
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// Central administration of the tenants.
enum TenantRoutes {
  static let all: [Route] = [list, read, create, suspend, resume, operation, FleetRoutes.read]

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
      .optional(
        "result", .freeObject, "What it brought forth, such as the first administrator's invitation."),
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
    let rows = try await call.withControl { lease in
      try await lease.query(CentralTenant.select(page)).rows(CentralTenant.self)
    }
    return .answer(
      page.answer(rows, item: \.json) { Cursor(list: "tenants", value: $0.slug, id: $0.id) })
  }

  private static let read = Route(
    .admin, .get, "/tenants/{slug}", name: "readTenant", access: centralOnly, answer: .json(200, tenantShape)
  ) { call in
    let tenant = try await tenant(call)
    return .answer(Answer(body: tenant.json.encoded, etag: tenant.tag))
  }

  private static func tenant(_ call: Call) async throws -> CentralTenant {
    guard let slug = call.parameters["slug"], isSlug(slug) else { throw Problem.notFound }
    let found = try await call.withControl { lease in
      try await lease.query(CentralTenant.select(slug)).first(CentralTenant.self)
    }
    guard let found else { throw Problem.notFound }
    return found
  }

  private static let create = Route(
    .admin, .post, "/tenants", name: "onboardTenant", access: centralOnly, body: .tenantFile,
    answer: .json(202, onboardingShape)
  ) { call in
    let file = try await file(call)
    let slug = file.rulebook.tenant.slug
    let request = OperationRequest(
      onboarding: file, payload: call.raw, steps: call.services.operationSteps[.onboard] ?? [])
    return .answer(
      try await AskOperation(request, .onboard, tenant: slug)(call) { operation, tenant in
        [
          "slug": .string(slug), "state": .string(tenant.state.rawValue),
          "operationId": JSONValue(operation.id),
          "steps": .array(operation.steps.map(\.json)),
        ]
      })
  }

  /// The file that was sent, fit to take the place of the one that the tenant has.
  private static func file(_ call: Call) async throws -> TenantFile {
    do {
      return try await call.withControl { lease in
        try await RuleChange(call.raw, national: call.services.national, at: call.now, lease).file
      }
    } catch let error as RuleFileError {
      if error.problems.contains(where: { $0.description.contains("not YAML") }) { throw Problem.malformed() }
      // JSON has been made one line; and a file that cannot be read does not say from when it holds.
      let source = RuleFileErrors.Source.document(namesLines: call.raw.contains(0x0A))
      let errors = RuleFileErrors(source, national: call.services.national, day: .distantFuture)
      throw Problem.invalid(errors(error.problems))
    }
  }

  private static let suspend = change(.suspend)
  private static let resume = change(.resume)

  private static func change(_ kind: OperationKind) -> Route {
    Route(
      .admin, .post, "/tenants/{slug}/\(kind.rawValue)", name: "\(kind.rawValue)Tenant", access: centralOnly,
      body: .json(.object([.optional("reason", .nullable(.note))])), answer: .json(202, operationShape)
    ) { call in
      let slug = try await tenant(call).slug
      let request = OperationRequest(
        kind, tenant: slug, payload: call.body.encoded, steps: call.services.operationSteps[kind] ?? [])
      let ask = AskOperation(request, kind, tenant: slug) { tenant in
        guard call.write.expects(tenant.tag) else { throw Procurement.Refusal.preconditionFailed }
        guard [.active, .suspended].contains(tenant.state) else {
          throw Procurement.Refusal.wrongState(tenant.state.rawValue)
        }
      }
      return .answer(try await ask(call) { operation, _ in operation.json })
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
}
