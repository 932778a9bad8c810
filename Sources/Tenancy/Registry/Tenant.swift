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
  /// From which the secrets of links follow; nil in a process without the master key, whose links no mail holds.
  package var linkKey: LinkKey?
  /// The same rules as they are kept beside what they decide.
  package let rules: KeptRules

  package init(
    id: UUID, slug: String, number: Int, state: TenantState, epoch: Int, schemaVersion: Int,
    rulebook: Rulebook, traceKey: TraceKey? = nil, rules: KeptRules? = nil
  ) {
    self.traceKey = traceKey
    self.id = id
    self.slug = slug
    self.number = number
    self.state = state
    self.epoch = epoch
    self.schemaVersion = schemaVersion
    self.rulebook = rulebook
    self.rules = rules ?? KeptRules(rulebook)
  }

  /// The login role, which is the schema's name too.
  package var role: String { TenantNames(slug: slug).role }
  package var calendar: WorkCalendar { rulebook.calendar }

  /// The same tenant with the holidays that were laid down since its rules were written.
  package func observing(_ days: [Day: Holiday]) -> Tenant {
    guard !days.isEmpty else { return self }
    var tenant = Tenant(
      id: id, slug: slug, number: number, state: state, epoch: epoch, schemaVersion: schemaVersion,
      rulebook: rulebook.observing(days), traceKey: traceKey, rules: rules)
    tenant.linkKey = linkKey
    return tenant
  }

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
