package import EOrderRules
package import Foundation

/// The person behind a request: who, in which roles, for which unit or vendor.
package struct Actor: Sendable {
  package let sessionID: UUID
  package let userID: UUID
  /// NIP of an official, NIK of a vendor's owner: duties are held apart by it.
  package let person: String
  package let name: String
  package let email: String
  package let roles: Set<Role>
  package let unitID: UUID?
  /// Codes of the units from the root to the actor's own; empty where the actor acts on all units.
  package let unitPath: [String]
  package let vendorID: UUID?

  package init(
    sessionID: UUID, userID: UUID, person: String, name: String, email: String, roles: Set<Role>,
    unitID: UUID?, unitPath: [String], vendorID: UUID?
  ) {
    self.sessionID = sessionID
    self.userID = userID
    self.person = person
    self.name = name
    self.email = email
    self.roles = roles
    self.unitID = unitID
    self.unitPath = unitPath
    self.vendorID = vendorID
  }

  package var isOfficial: Bool { roles.contains { $0.isOfficial } }
  package var isVendor: Bool { vendorID != nil }

  private var isTenantWide: Bool { roles.contains { $0.isTenantWide } }

  /// Whether a unit lies at or below the actor's own.
  package func reaches(unitPath path: [String]) -> Bool {
    guard isOfficial else { return false }
    return unitPath.isEmpty || isTenantWide || path.starts(with: unitPath)
  }

  /// The unit's code that bounds what the actor sees; nil where everything is visible.
  package var boundingUnit: String? {
    isTenantWide ? nil : unitPath.last
  }

  /// The actor's role among those that a route allows: what the history says.
  package func role(among allowed: Set<Role>) -> Role? {
    Role.allCases.first { roles.contains($0) && allowed.contains($0) }
  }
}
