package import Authentication
import EOrderRules
package import Foundation
import Postgres

extension Actor {
  /// Which rows of a list this person sees by the offices held now; `n` is the unit of a row.
  /// - Parameters:
  ///   - year: the budget year of a row.
  ///   - officer: the commitment officer of a row, to whom it is reserved among commitment officers.
  ///   - roles: the offices that count; nil for all.
  func scope(year: SQL? = nil, officer: SQL? = nil, as roles: Set<Role>? = nil) -> SQL {
    var parts: [SQL] = []
    var told: Set<Bound> = []
    for office in offices where office.role.isOfficial && roles?.contains(office.role) ?? true {
      let isReserved = officer != nil && office.role == .commitmentOfficer
      let bound = Bound(
        unit: office.boundingUnit, year: office.year,
        officers: isReserved ? [userID] + [office.onBehalfOf?.id].compactMap { $0 } : [])
      guard told.insert(bound).inserted else { continue }
      var conditions: [SQL] = []
      if let unit = bound.unit { conditions.append("\(unit) = ANY (n.path)") }
      if let year, let bound = bound.year { conditions.append("\(year) = \(bound)") }
      if let officer, isReserved {
        conditions.append("(\(officer) IS NULL OR \(officer) = ANY (\(SQLArray(bound.officers))))")
      }
      if conditions.isEmpty { return "true" }
      parts.append("(\(SQL(joining: conditions, separator: " AND ")))")
    }
    return parts.isEmpty ? "false" : "(\(SQL(joining: parts, separator: " OR ")))"
  }

  /// The offices by which the person has to do with what belongs to a unit, a year and a commitment officer: a
  /// commitment officer's only where it is assigned to it, or to somebody in whose place it stands.
  package func offices(onUnit path: [String], year: Int, officer: UUID?) -> [Office] {
    offices.filter { office in
      guard office.role.isOfficial else { return true }
      guard office.reaches(unitPath: path, year: year) else { return false }
      guard office.role == .commitmentOfficer else { return true }
      return officer.map { office.stands(for: $0, holder: userID) } ?? false
    }
  }
}

/// What one office lets its holder see.
private struct Bound: Hashable {
  let unit: String?
  let year: Int?
  /// The officers to whom a row may be assigned; none where that does not matter.
  let officers: [UUID]
}

extension [Office] {
  /// The office in which its holder takes a step: the first role that allows it, one's own before another's.
  func acting(as allowed: Set<Role>) -> Office? {
    let order = Role.allCases
    return filter { allowed.contains($0.role) }.min { left, right in
      let (first, second) = (order.firstIndex(of: left.role) ?? 0, order.firstIndex(of: right.role) ?? 0)
      return first == second ? left.kind == .definitive && right.kind != .definitive : first < second
    }
  }
}
