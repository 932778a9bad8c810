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
    guard actor.reaches(unitPath: unitPath) else { return false }
    let others = actor.roles.subtracting([.commitmentOfficer])
    return !others.isEmpty || officerID == nil || officerID == actor.userID
  }

  /// The roles that count on this order: a commitment officer's only where the order is assigned to it.
  package func effectiveRoles(of actor: Actor) -> Set<Role> {
    officerID == actor.userID ? actor.roles : actor.roles.subtracting([.commitmentOfficer])
  }
}
