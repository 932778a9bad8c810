package import Authentication
package import EOrderRules
package import Foundation
package import Tenancy

/// Who asks for what, in which province, at what time.
package struct Caller: Sendable {
  package let tenant: Tenant
  package let actor: Actor
  package let now: Date

  package init(tenant: Tenant, actor: Actor, now: Date) {
    self.tenant = tenant
    self.actor = actor
    self.now = now
  }

  package var rulebook: Rulebook { tenant.rulebook }
  package var today: Day { tenant.today(now) }
}
