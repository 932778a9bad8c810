import Foundation
import Logging
import Postgres
import Procurement
import Tenancy

/// Makes approved drafts versions of the rules: first in the control schema, then noted in the province's own. Killed
/// between the two, whoever visits the province next goes on where it was.
struct RulePublisher: Sendable {
  let tenants: TenantDatabase
  let control: ControlDatabase
  let registry: TenantRegistry

  /// Publishes what waits; changes nothing where nothing does.
  func run(_ tenant: Tenant, at now: Date) async throws {
    let waiting = try await tenants.withConnection(tenant) { try await ApprovedRules.waiting($0) }
    guard !waiting.isEmpty else { return }
    for approved in waiting {
      let publication = approved.publication(in: tenant)
      try await control.withConnection { try await publication(at: now, $0) }
      try await tenants.withConnection(tenant) { try await approved.note(tenant, at: now, $0) }
    }
    try await registry.refresh()
  }
}
