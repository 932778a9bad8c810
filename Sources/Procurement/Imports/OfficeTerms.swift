import EOrderRules
import Foundation
import Postgres

/// The offices that a row of the officials' file gives: its roles, from which day until which, by which decree.
struct OfficeTerms: Sendable {
  private let table: ImportTable
  private let comparison: ImportComparison
  /// The entries of the rows that are written, in their order.
  private let audits: [UUID]
  private let context: ImportContext

  init(_ table: ImportTable, _ comparison: ImportComparison, audits: [UUID], _ context: ImportContext) {
    self.table = table
    self.comparison = comparison
    self.audits = audits
    self.context = context
  }

  /// What is kept for the account `u`, as the file writes it.
  static func stored(at now: Date) -> SQL {
    """
    SELECT string_agg(h.role, '|' ORDER BY h.role COLLATE "C") AS roles,
           to_char(min(h.from_day), 'YYYY-MM-DD') AS from_day, to_char(max(h.until_day), 'YYYY-MM-DD') AS until_day,
           max(h.decree_number) AS decree
    FROM office_holding h WHERE h.user_id = u.id AND h.at_home AND \(HomeOffices.isOpen("h", at: now))
    """
  }

  /// Ends what the rows do not say any more, and gives what they say and is not held yet.
  /// - Parameter places: among the rows that are written.
  func statements(_ places: [Int]) -> [SQL] {
    let holdings = places.flatMap { place in
      let row = comparison.written[place]
      return table.text("roles", row).listed.map { Holding(place: place, row: row, role: $0) }
    }
    return [end(places, holdings), give(holdings)]
  }

  private struct Holding {
    let place: Int
    let row: Int
    let role: String
  }

  private func end(_ places: [Int], _ holdings: [Holding]) -> SQL {
    """
    UPDATE office_holding h SET until_at = \(context.now), ended_at = \(context.now), end_audit_id = p.audit,
      version = h.version + 1
    FROM unnest(\(SQLArray(places.map { comparison.ids[comparison.written[$0]] })),
      \(SQLArray(places.map { audits[$0] }))) AS p(person, audit)
    WHERE h.user_id = p.person AND h.at_home AND \(HomeOffices.isOpen("h", at: context.now))
      AND NOT EXISTS (SELECT FROM \(said(holdings)) WHERE \(Self.isSame))
    """
  }

  private func give(_ holdings: [Holding]) -> SQL {
    """
    INSERT INTO office_holding (id, user_id, role, from_day, until_day, from_at, until_at, decree_number, granted_at,
      audit_id)
    SELECT t.id, t.person, t.role, \(Self.day("t.from_day")), \(Self.day("t.until_day")),
           \(instant("t.from_day", days: 0)), \(instant("t.until_day", days: 1)), nullif(t.decree, ''),
           \(context.now), t.audit
    FROM \(said(holdings)) WHERE NOT EXISTS (
      SELECT FROM office_holding h WHERE h.at_home AND \(HomeOffices.isOpen("h", at: context.now)) AND \(Self.isSame))
    """
  }

  private func said(_ holdings: [Holding]) -> SQL {
    let rows = holdings.map(\.row)
    return """
      unnest(\(SQLArray(rows.map { _ in UUID.version7(at: context.now) })),
        \(SQLArray(rows.map { comparison.ids[$0] })), \(SQLArray(holdings.map(\.role))),
        \(table.texts("from", rows)), \(table.texts("until", rows)), \(table.texts("decree", rows)),
        \(SQLArray(holdings.map { audits[$0.place] }))) AS t(id, person, role, from_day, until_day, decree, audit)
      """
  }

  /// Whether a holding is the one that a row says.
  private static let isSame: SQL = """
    h.user_id = t.person AND h.role = t.role AND h.from_day IS NOT DISTINCT FROM nullif(t.from_day, '')::date
      AND h.until_day IS NOT DISTINCT FROM nullif(t.until_day, '')::date
      AND coalesce(h.decree_number, '') = t.decree
    """

  private static func day(_ text: SQL) -> SQL { "nullif(\(text), '')::date" }

  /// The beginning of a day in the province's zone, or of one after it.
  private func instant(_ text: SQL, days: Int) -> SQL {
    let ahead = context.rulebook.calendar.zone.secondsAheadOfUTC
    return
      "(\(Self.day(text)) + \(days) * interval '1 day' - \(ahead) * interval '1 second') AT TIME ZONE 'UTC'"
  }
}

extension String {
  /// Nil where there is nothing.
  var filled: String? { isEmpty ? nil : self }
}
