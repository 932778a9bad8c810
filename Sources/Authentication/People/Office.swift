package import EOrderRules
package import Foundation
package import Postgres

/// A role that somebody holds now: where, for which budget year, and for whom.
package struct Office: Sendable, Hashable {
  /// How an office came to its holder (UU 30/2014 Art. 14; Permendagri 77/2020).
  package enum Kind: String, Sendable, CaseIterable {
    case definitive
    /// Pelaksana tugas: the office has no holder.
    case actingPlt = "acting_plt"
    /// Pelaksana harian: its holder is away.
    case actingPlh = "acting_plh"
    /// Its holder has handed part of it on, and keeps it.
    case delegate
  }

  /// Whose office it is that somebody else takes care of.
  package struct Principal: Sendable, Hashable {
    package let id: UUID
    package let name: String

    package init(id: UUID, name: String) {
      self.id = id
      self.name = name
    }
  }

  package let role: Role
  package let kind: Kind
  /// Codes of the units from the root to the one that it is held for; empty for the whole province.
  package let unitPath: [String]
  /// The budget year that it is for; nil for all.
  package let year: Int?
  package let onBehalfOf: Principal?

  package init(
    _ role: Role, kind: Kind = .definitive, unitPath: [String] = [], year: Int? = nil,
    onBehalfOf: Principal? = nil
  ) {
    self.role = role
    self.kind = kind
    self.unitPath = unitPath
    self.year = year
    self.onBehalfOf = onBehalfOf
  }

  /// The unit's code that bounds it; nil for the whole province.
  package var boundingUnit: String? { role.isTenantWide ? nil : unitPath.last }

  /// Whether what belongs to a unit and a budget year is this office's; a year that is nil counts for every one.
  package func reaches(unitPath path: [String], year: Int? = nil) -> Bool {
    guard role.isOfficial else { return false }
    if let bound = self.year, let year, bound != year { return false }
    return role.isTenantWide || path.starts(with: unitPath)
  }

  /// Whether its holder may do what was assigned to this officer.
  package func stands(for officer: UUID, holder: UUID) -> Bool {
    officer == holder || officer == onBehalfOf?.id
  }
}

extension Office {
  /// Whether a holding gives its right at this instant; a delegate's does only as long as whoever handed the office on
  /// holds it.
  package static func isInEffect(_ holding: SQL, at now: Date) -> SQL {
    """
    \(hasBegun(holding, at: now)) AND (\(holding).kind <> 'delegate' OR EXISTS (
      SELECT FROM office_holding own JOIN app_user principal ON principal.id = own.user_id
      LEFT JOIN unit seat ON seat.id = CASE WHEN own.at_home THEN principal.unit_id ELSE own.unit_id END
      WHERE own.user_id = \(holding).on_behalf_of AND own.role = \(holding).role AND own.kind = 'definitive'
        AND principal.active AND \(hasBegun("own", at: now)) AND (seat.id IS NULL
          OR seat.code = ANY ((SELECT place.path FROM unit place WHERE place.id = \(holding).unit_id)::text[]))))
    """
  }

  /// Whether a holding has begun at this instant and is not over.
  private static func hasBegun(_ holding: SQL, at now: Date) -> SQL {
    """
    ((\(holding).from_at IS NULL OR \(holding).from_at <= \(now))
      AND (\(holding).until_at IS NULL OR \(holding).until_at > \(now)))
    """
  }

  /// The offices of the user `u`, whose unit is `n`, as an array of texts that `init(text:)` reads; an office
  /// rests while somebody acts in it.
  static func held(at now: Date) -> SQL {
    """
    ARRAY(SELECT concat_ws(chr(31), h.role, h.kind, coalesce(h.year::text, ''), coalesce(b.id::text, ''),
            coalesce(b.name, ''), array_to_string(CASE WHEN h.at_home THEN n.path ELSE w.path END, chr(30)))
      FROM office_holding h LEFT JOIN unit w ON w.id = h.unit_id LEFT JOIN app_user b ON b.id = h.on_behalf_of
      WHERE h.user_id = u.id AND \(isInEffect("h", at: now))
        AND (h.kind <> 'definitive' OR NOT EXISTS (
          SELECT FROM office_holding x WHERE x.on_behalf_of = u.id AND x.role = h.role
            AND x.kind IN ('acting_plt', 'acting_plh') AND \(isInEffect("x", at: now))
            AND x.unit_id IS NOT DISTINCT FROM CASE WHEN h.at_home THEN u.unit_id ELSE h.unit_id END)))
    """
  }

  /// Reads what `held` writes; nil for a role that this release does not know.
  init?(text: String) {
    let fields = text.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
    guard let role = fields.first.flatMap(Role.init) else { return nil }
    func field(_ index: Int) -> String? {
      index < fields.count && !fields[index].isEmpty ? fields[index] : nil
    }
    let principal = field(3).flatMap(UUID.init).map { Principal(id: $0, name: field(4) ?? "") }
    self.init(
      role, kind: field(1).flatMap(Kind.init) ?? .definitive,
      unitPath: field(5)?.split(separator: "\u{1E}").map(String.init) ?? [],
      year: field(2).flatMap { Int($0) },
      onBehalfOf: principal)
  }
}
