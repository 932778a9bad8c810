import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// Budget owners give the packages of the year to the commitment officers of their units, in turn.
struct PackageDemonstration: Sendable {
  let place: DemonstrationPlace
  let people: [DemonstrationPerson]

  func run() async throws {
    let actors = people.map(\.actor)
    let packages = try await packages()
    _ = try await concurrently(Array(packages.enumerated()), width: 4) { index, package in
      let path = package.path
      let owner = actors.first { $0.roles.contains(.budgetOwner) && path.starts(with: $0.unitPath) }
      let officers = actors.filter {
        $0.roles.contains(.commitmentOfficer) && path.starts(with: $0.unitPath)
      }.sorted { $0.roles.count < $1.roles.count }
      // Whoever has no other role first: somebody else has to draft the order.
      let free = officers.filter { $0.roles.count == 1 }
      guard let owner, let last = officers.first else { return }
      let officer = free.isEmpty ? last : free[index % free.count]
      let body: JSONValue = ["commitmentOfficerId": .string(officer.userID.uuidString.lowercased())]
      try await place.withConnection { lease in
        _ = try await AssignPackage(package: package.id, body: body)(place.caller(owner), Write(), lease)
      }
    }
  }

  private func packages() async throws -> [(id: UUID, path: [String])] {
    let year = place.tenant.today(place.now).year
    let rows = try await place.withConnection { lease in
      try await lease.query(
        """
        SELECT p.id, n.path FROM package p JOIN unit n ON n.id = p.unit_id
        WHERE p.year = \(year) AND p.commitment_officer_id IS NULL ORDER BY p.rup_code
        """
      ).rows(as: (UUID, SQLArray<String>).self)
    }
    return rows.map { (id: $0.0, path: $0.1.elements) }
  }
}
