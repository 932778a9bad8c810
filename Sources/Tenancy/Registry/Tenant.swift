package import EOrderRules
package import Foundation
import Postgres

/// Where a tenant stands in its life.
package enum TenantState: String, Sendable, CaseIterable {
  case onboarding, active, suspended, archived, failed
}

/// One province as the service knows it while it answers a request.
package struct Tenant: Sendable {
  package let id: UUID
  package let slug: String
  /// An opaque number, the only thing that a notification says of a tenant.
  package let number: Int
  package let state: TenantState
  /// Epoch of the login role's password.
  package let epoch: Int
  package let schemaVersion: Int
  package let rulebook: Rulebook
  /// Under which particulars are hashed; nil in a process without the master key, where they wait for one that has it.
  package var traceKey: TraceKey?

  /// The login role, which is the schema's name too.
  package var role: String { TenantNames(slug: slug).role }
  package var calendar: WorkCalendar { rulebook.calendar }

  /// The tenant's day at an instant.
  package func today(_ now: Date) -> Day { calendar.day(of: now) }
}

/// Names in PostgreSQL that follow from a slug; the slug never changes.
package struct TenantNames: Sendable {
  package let slug: String

  package init(slug: String) { self.slug = slug }

  package var role: String { "tenant_\(slug)" }
  package var schema: String { role }
  package var owner: String { "\(role)_owner" }

  /// Whether a text may be a slug: it becomes part of names in PostgreSQL and of a host.
  package static func isSlug(_ text: String) -> Bool {
    let reserved = ["admin", "www", "api"]
    return text.wholeMatch(of: /[a-z][a-z0-9-]{1,30}/) != nil && !reserved.contains(text)
  }
}
