package import Foundation
package import Postgres

/// Makes an approved draft a version of the province's rules. Done twice it changes nothing, so whoever finds a draft
/// approved and not yet published does it.
package struct RulePublication: Sendable {
  private static let attempts = 5

  private let tenant: String
  private let draft: UUID
  private let settings: [UInt8]

  package init(tenant: String, draft: UUID, settings: [UInt8]) {
    self.tenant = tenant
    self.draft = draft
    self.settings = settings
  }

  /// Every process takes the version over as soon as this has returned.
  /// - Throws: `PostgresError` where others keep on taking the place in the order of versions.
  package func callAsFunction(at now: Date, _ lease: borrowing some Lease & ~Copyable) async throws {
    for _ in 1...Self.attempts {
      let isPublished = try await lease.transaction { transaction in
        let results = try await transaction.pipeline([insertion(at: now), published])
        transaction.enqueue("NOTIFY tenant_changed")
        return results[1].count == 1
      }
      if isPublished { return }
    }
    throw PostgresError(.exhausted, message: "the rules of \(tenant) are published by others again and again")
  }

  private func insertion(at now: Date) -> SQL {
    """
    INSERT INTO tenant_version (tenant_id, position, settings, settings_sha256, accepted_at, draft_id)
    SELECT t.id, 1 + coalesce((SELECT max(position) FROM tenant_version v WHERE v.tenant_id = t.id), 0),
           \(settings), \(settings.sha256), \(now), \(draft)
    FROM tenant t WHERE t.slug = \(tenant)
    ON CONFLICT DO NOTHING
    """
  }

  private var published: SQL { "SELECT 1 FROM tenant_version WHERE draft_id = \(draft)" }
}
