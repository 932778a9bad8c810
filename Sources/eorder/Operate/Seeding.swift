import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// The steps of an onboarding that fill the new schema, logged in as the new province.
///
/// The files beside a rule file count only where it is the one that was asked for, and only until the province
/// is reachable: from then on its data is its own.
struct Seeding: Sendable {
  let national: NationalRules
  let tenants: TenantDatabase
  let tenantsFolder: URL
  /// `https://<host>[:port]` of a province.
  let url: @Sendable (String) -> String
  let domain: String

  var steps: [OperatorStep] {
    [reference] + ProvinceFiles.reference.map(importing) + [administrator]
  }

  private var reference: OperatorStep {
    OperatorStep("reference") { connection, work in
      guard let tenant = try await tenant(work, connection) else { return nil }
      try await tenants.withConnection(tenant) { lease in
        try await lease.transaction { $0.enqueue(CategoryRows.insertion(tenant.rulebook)) }
      }
      return nil
    }
  }

  private func importing(_ kind: ImportKind) -> OperatorStep {
    OperatorStep("import_\(kind.rawValue.replacing("-", with: "_"))") { connection, work in
      guard let tenant = try await tenant(work, connection), tenant.state == .onboarding else { return nil }
      let files = ProvinceFiles(folder: tenantsFolder.appending(path: tenant.slug))
      guard files.tenantFile == work.payload else { return nil }
      try await tenants.withConnection(tenant) { lease in
        try await files.load(kind, under: tenant.rulebook, at: work.now, lease)
      }
      return nil
    }
  }

  /// The link is the operation's result: shown to whoever asked for it, and kept nowhere else.
  private var administrator: OperatorStep {
    OperatorStep("administrator") { connection, work in
      guard let tenant = try await tenant(work, connection), tenant.state == .onboarding else { return nil }
      let first = FirstAdministrator(
        email: "admin@\(address(tenant.slug))", name: "Admin \(tenant.rulebook.tenant.name)",
        under: tenant.rulebook, at: work.now)
      let invitation = try await tenants.withConnection(tenant) { try await first($0) }
      guard let invitation else { return nil }
      let answer: JSONValue = [
        "invitation": [
          "email": .string(invitation.email), "url": .string(url(tenant.slug) + invitation.path),
          "expiresAt": JSONValue(invitation.expiresAt),
        ]
      ]
      return answer.encoded
    }
  }

  /// A domain of one label is no place that mail goes to.
  private func address(_ slug: String) -> String {
    domain.contains(".") ? "\(slug).\(domain)" : "\(slug).\(domain).example"
  }

  private func tenant(
    _ work: OperatorWork, _ connection: borrowing MigratorConnection
  ) async throws -> Tenant? {
    guard let slug = work.tenant else { return nil }
    return try await Tenant.find(slug, national: national, connection)
  }
}
