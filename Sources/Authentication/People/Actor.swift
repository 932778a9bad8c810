package import EOrderRules
package import Foundation

/// The person behind a request: who, in which offices, of which unit or vendor.
package struct Actor: Sendable {
  package let sessionID: UUID
  package let userID: UUID
  /// NIP of an official, NIK of a vendor's owner: duties are held apart by it.
  package let person: String
  package let name: String
  package let email: String
  /// What the person is now; outside its dates an office is not among them.
  package let offices: [Office]
  /// The roles of the offices.
  package let roles: Set<Role>
  /// The unit that the person sits in.
  package let unitID: UUID?
  /// Codes of the units from the root to the actor's own; empty where the actor has none.
  package let unitPath: [String]
  package let vendorID: UUID?
  package let certificate: CompetenceCertificate?
  /// Whether mail to the address reaches this person, as far as is known.
  package let hasProvedEmail: Bool
  /// Whether the person signs in with one-time codes.
  package var hasSecondFactor = false
  /// Whether it was proved a short while ago who this is.
  package var isFreshlyProved = true
  /// By which somebody of central administration reads in the province; nil for everybody else.
  package var access: CentralAccess?

  package init(
    sessionID: UUID, userID: UUID, person: String, name: String, email: String, offices: [Office],
    unitID: UUID?, unitPath: [String], vendorID: UUID?, certificate: CompetenceCertificate? = nil,
    hasProvedEmail: Bool = true
  ) {
    self.sessionID = sessionID
    self.userID = userID
    self.person = person
    self.name = name
    self.email = email
    self.offices = offices
    roles = Set(offices.map(\.role))
    self.unitID = unitID
    self.unitPath = unitPath
    self.vendorID = vendorID
    self.certificate = certificate
    self.hasProvedEmail = hasProvedEmail
  }

  /// Somebody who holds these roles where the person sits.
  package init(
    sessionID: UUID, userID: UUID, person: String, name: String, email: String, roles: Set<Role>,
    unitID: UUID?, unitPath: [String], vendorID: UUID?, certificate: CompetenceCertificate? = nil,
    hasProvedEmail: Bool = true
  ) {
    self.init(
      sessionID: sessionID, userID: userID, person: person, name: name, email: email,
      offices: Role.allCases.filter(roles.contains).map { Office($0, unitPath: unitPath) }, unitID: unitID,
      unitPath: unitPath, vendorID: vendorID, certificate: certificate, hasProvedEmail: hasProvedEmail)
  }

  package var isOfficial: Bool { roles.contains { $0.isOfficial } }
  package var isVendor: Bool { vendorID != nil }
  /// Whether nothing is this person's to do.
  package var isReader: Bool { access != nil }
  /// The roles in which the person may do something, not only see it.
  package var actingRoles: Set<Role> { isReader ? [] : roles }

  /// Whether what belongs to a unit and a budget year lies within one of the actor's offices.
  package func reaches(unitPath path: [String], year: Int? = nil) -> Bool {
    offices.contains { $0.reaches(unitPath: path, year: year) }
  }

  /// The roles that the actor has on what belongs to a unit and a budget year.
  package func roles(onUnit path: [String], year: Int? = nil) -> Set<Role> {
    Set(offices.filter { $0.reaches(unitPath: path, year: year) }.map(\.role))
  }

  /// The codes of the units that bound what the actor sees; nil where everything is visible.
  package var boundingUnits: [String]? {
    let official = offices.filter(\.role.isOfficial)
    let bounds = official.compactMap(\.boundingUnit)
    return bounds.count == official.count ? Array(Set(bounds)) : nil
  }

  /// The actor's role among those that a route allows: what the history says.
  package func role(among allowed: Set<Role>) -> Role? {
    Role.allCases.first { roles.contains($0) && allowed.contains($0) }
  }

  /// The same person as the province's rules have it: where they do not let a technical officer do a commitment
  /// officer's work (`sod.pptk_as_ppk`), whoever is the one is not the other.
  package func bound(pptkAsPPK: Bool) -> Actor {
    guard !pptkAsPPK, roles.isSuperset(of: [.technicalOfficer, .commitmentOfficer]) else {
      return self
    }
    var bound = Actor(
      sessionID: sessionID, userID: userID, person: person, name: name, email: email,
      offices: offices.filter { $0.role != .commitmentOfficer }, unitID: unitID, unitPath: unitPath,
      vendorID: vendorID, certificate: certificate, hasProvedEmail: hasProvedEmail)
    bound.hasSecondFactor = hasSecondFactor
    bound.isFreshlyProved = isFreshlyProved
    bound.access = access
    return bound
  }
}
