package import Authentication
import EOrderRules
package import Foundation
package import Postgres
import StrictJSON

extension PackageRow {
  /// Whether the package is this person's to see: of a unit within reach, and once assigned, for a commitment
  /// officer with no other role, their own.
  package func isVisible(to actor: Actor) -> Bool {
    commitmentOfficerID == nil
      ? actor.reaches(unitPath: unitPath, year: year)
      : actor.offices(onUnit: unitPath, year: year, officer: commitmentOfficerID).contains(
        where: \.role.isOfficial)
  }
}

/// One package of the procurement plan.
package struct ReadPackage: Sendable {
  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  /// - Throws: `Refusal.notFound`.
  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    guard let row = try await lease.query(PackageRow.select(id)).first(PackageRow.self),
      row.isVisible(to: caller.actor)
    else { throw Refusal.notFound }
    return Answer(row.json, version: row.version)
  }
}

/// Packages within the caller's reach, newest first.
package struct ListPackages: Sendable {
  package static let name = "packages"

  private let filter: YearAndUnit
  private let page: PageRequest

  package init(_ filter: YearAndUnit, _ page: PageRequest) {
    self.filter = filter
    self.page = page
  }

  package func rows(
    _ actor: Actor, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [PackageRow] {
    var conditions = [actor.scope(year: "p.year", officer: "p.commitment_officer_id")]
    if filter.isAssigned { conditions.append("p.commitment_officer_id IS NOT NULL") }
    if let words = filter.words { conditions.append(words.fit("p.rup_code, p.name")) }
    if let unit = filter.unitID { conditions.append("p.unit_id = \(unit)") }
    if let year = filter.year { conditions.append("p.year = \(year)") }
    return try await lease.query(
      try page.newest(PackageRow.columns, where: conditions, by: "p.created_at", "p.id")
    ).rows(PackageRow.self)
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    page.answer(try await rows(caller.actor, lease), item: \.json) {
      Cursor(list: Self.name, at: $0.createdAt, id: $0.id)
    }
  }
}
