package import Authentication
package import EOrderRules
import Foundation

extension OrderRecord {
  /// Whether the order is this person's to see (api.md §6, Requests).
  ///
  /// A vendor sees its own orders once they were issued; an official those of the unit and below, and a
  /// commitment officer, where that is the only role, those that are assigned to it.
  package func isVisible(to actor: Actor) -> Bool {
    if let vendor = actor.vendorID { return vendor == vendorID && issuedAt != nil }
    return officerID == nil
      ? actor.reaches(unitPath: unitPath, year: year) : offices(of: actor).contains(where: \.role.isOfficial)
  }

  /// The offices by which this person has to do with the order: a commitment officer's only where the order is
  /// assigned to it, or to somebody in whose place it stands.
  package func offices(of actor: Actor) -> [Office] {
    actor.offices(onUnit: unitPath, year: year, officer: officerID)
  }

  /// The roles in which this person may do something on the order.
  package func effectiveRoles(of actor: Actor) -> Set<Role> {
    actor.isReader ? [] : Set(offices(of: actor).map(\.role))
  }
}
