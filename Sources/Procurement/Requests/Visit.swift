package import Authentication
package import EOrderRules
package import Foundation
package import Tenancy

/// A request for which nobody has to be signed in.
package struct Visit: Sendable {
  package let tenant: Tenant
  /// Who asks, where somebody is signed in.
  package let actor: Actor?
  package let now: Date

  package init(tenant: Tenant, actor: Actor?, now: Date) {
    self.tenant = tenant
    self.actor = actor
    self.now = now
  }

  package var rulebook: Rulebook { tenant.rulebook }
  package var today: Day { tenant.today(now) }
  /// What the province is called, which no password may consist of.
  package var placeNames: [String] { [tenant.slug, rulebook.tenant.name] }
}

extension Caller {
  /// The same request where being signed in does not matter.
  package var visit: Visit { Visit(tenant: tenant, actor: actor, now: now) }
}
