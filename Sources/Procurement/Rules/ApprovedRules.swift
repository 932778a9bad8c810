import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import Tenancy

/// A draft that was approved and of which nobody has noted yet that it is a version of the rules.
package struct ApprovedRules: Sendable {
  private let draft: RuleDraftRow

  /// The drafts of a province that wait to be published, in the order in which they were approved; none where its
  /// schema does not know drafts yet.
  package static func waiting(_ lease: borrowing some Lease & ~Copyable) async throws -> [ApprovedRules] {
    do {
      return try await lease.query(
        "\(RuleDraftRow.columns) WHERE d.state = 'approved' ORDER BY d.updated_at, d.id"
      ).rows(RuleDraftRow.self).map(ApprovedRules.init)
    } catch let error as PostgresError where error.sqlState == Self.undefinedTable {
      return []
    }
  }

  private static let undefinedTable = "42P01"

  private init(_ draft: RuleDraftRow) { self.draft = draft }

  /// What makes it a version.
  package func publication(in tenant: Tenant) -> RulePublication {
    RulePublication(tenant: tenant.slug, draft: draft.id, settings: draft.settings)
  }

  /// Notes that it is one; another process may have done so.
  package func note(_ tenant: Tenant, at now: Date, _ lease: borrowing some Lease & ~Copyable) async throws {
    try await lease.transaction { transaction in
      let found = try await transaction.query(RuleDraftRow.selectForUpdate(draft.id)).first(RuleDraftRow.self)
      guard let draft = found, RuleDraftTransition.publish.leads(from: draft.state) else { return }
      let caller = Caller.system(tenant, at: now).after(draft.lastEvent)
      transaction.enqueue(
        """
        UPDATE rule_draft SET state = 'published', updated_at = \(caller.now), version = version + 1
        WHERE id = \(draft.id)
        """)
      for statement in RuleDraftFact(draft, .publish).insertions(caller) { transaction.enqueue(statement) }
    }
  }
}
