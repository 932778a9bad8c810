import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// The steps of an onboarding that fill the new schema, logged in as the new province.
///
/// The files beside a rule file count only until the province is reachable: from then on its data is its own.
struct Seeding: Sendable {
  let national: NationalRules
  let masterKey: MasterKey
  let tenants: TenantDatabase
  /// The files that belong to the rule file of this slug and content; nil where they are not known.
  let files: @Sendable (String, [UInt8]) -> ProvinceFiles?
  /// `https://<host>[:port]` of a province.
  let url: @Sendable (String) -> String
  let domain: String

  var steps: [OperatorStep] {
    [reference] + ProvinceFiles.reference.map(importing) + [administrator]
  }

  private var reference: OperatorStep {
    step("reference", in: [.onboarding, .active]) { tenant, rulebook, _, lease in
      try await lease.transaction { $0.enqueue(CategoryRows.insertion(rulebook)) }
      return nil
    }
  }

  private func importing(_ kind: ImportKind) -> OperatorStep {
    step("import_\(kind.rawValue.replacing("-", with: "_"))", in: [.onboarding]) {
      tenant, rulebook, work, lease in
      try await files(tenant.slug, work.payload)?.load(
        kind, under: rulebook, traceKey: TraceKey(masterKey, tenant: tenant.slug), at: work.now, lease)
      return nil
    }
  }

  /// The link is the operation's result: shown to whoever asked for it, and kept nowhere else. A province where no
  /// administrator has a password gets a new one, so that none is lost for good.
  private var administrator: OperatorStep {
    step("administrator", in: [.onboarding, .active]) { tenant, rulebook, work, lease in
      let first = FirstAdministrator(
        email: "admin@\(address(tenant.slug))", name: "Admin \(rulebook.tenant.name)", under: rulebook,
        at: work.now)
      guard let invitation = try await first(lease) else { return nil }
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

  /// Work under the rules of the file, as the tenant; a suspended one lets nobody in.
  private func step(
    _ name: String, in states: [TenantState],
    _ body:
      @escaping @Sendable (Tenant, Rulebook, OperatorWork, borrowing TenantConnection) async throws ->
      [UInt8]?
  ) -> OperatorStep {
    OperatorStep(name) { connection, work in
      guard let slug = work.tenant, let tenant = try await Tenant.find(slug, national: national, connection),
        states.contains(tenant.state)
      else { return nil }
      let rulebook = try TenantFile(work.payload, national: national).rulebook
      return try await tenants.withConnection(tenant) { try await body(tenant, rulebook, work, $0) }
    }
  }
}
