import AuditLog
import Authentication
import EOrderRules
import Foundation
import HTTPTypes
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// Asks the operator's process for something that concerns a tenant, and answers with what was asked for.
struct AskOperation: Sendable {
  private let request: OperationRequest
  private let kind: OperationKind
  private let tenant: String
  private let check: @Sendable (CentralTenant) throws -> Void

  /// - Parameter check: refuses what the tenant's state does not allow.
  init(
    _ request: OperationRequest, _ kind: OperationKind, tenant: String,
    check: @escaping @Sendable (CentralTenant) throws -> Void = { _ in }
  ) {
    self.request = request
    self.kind = kind
    self.tenant = tenant
    self.check = check
  }

  /// Where the very same is still under way, that one is answered.
  func callAsFunction(
    _ call: Call, _ render: @Sendable (Tenancy.Operation, CentralTenant) -> JSONValue
  ) async throws -> Answer {
    guard let actor = call.actor else { throw Problem.unauthenticated }
    return try await call.withControl { lease in
      try await call.write(lease, reading: [CentralTenant.select(tenant)]) { transaction, results in
        if let known = try results[0].first(CentralTenant.self) { try check(known) }
        let (operation, isNew) = try await request.ask(
          transaction, id: UUID.version7(at: call.now), by: actor.email, at: call.now)
        let entry = CentralAudit.entry(
          "tenant.\(kind.rawValue)", subject: "tenant", id: tenant, by: actor.userID, at: call.now)
        if isNew { transaction.enqueue(entry.insertion) }
        guard let after = try await transaction.query(CentralTenant.select(tenant)).first(CentralTenant.self)
        else {
          throw Problem.notFound
        }
        return Answer(status: 202, render(operation, after))
      }
    }
  }
}
