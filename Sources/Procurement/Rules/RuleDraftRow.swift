import Authentication
package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
import Tenancy

/// A change of the rules that somebody wrote down.
package struct RuleDraftRow: RowDecodable, Sendable {
  package let id: UUID
  package let state: RuleDraftState
  let rulesVersion: String
  let effectiveFrom: Day
  package let settings: [UInt8]
  let base: [UInt8]
  let changes: JSONValue
  /// The accepted versions that would never begin.
  let replaces: JSONValue
  let note: String?
  let simulation: JSONValue?
  let author: (id: UUID, name: String, person: String)
  let approver: (id: UUID, name: String)?
  package let createdAt: Date
  package let version: Int
  /// How many things have happened to it, and the last of them.
  let events: Int
  let lastEvent: Date?

  package init(row: inout Row) throws {
    id = try row.next()
    state = try row.code()
    rulesVersion = try row.next()
    effectiveFrom = try row.next()
    settings = try row.next(Bytes.self).bytes
    base = try row.next(Bytes.self).bytes
    changes = try JSONValue(parsing: try row.next(JSONB.self).text)
    replaces = try JSONValue(parsing: try row.next(JSONB.self).text)
    note = try row.next(String?.self)
    simulation = try row.next(JSONB?.self).map { try JSONValue(parsing: $0.text) }
    author = (try row.next(), try row.next(), try row.next())
    let (id, name) = (try row.next(UUID?.self), try row.next(String?.self))
    approver = if let id, let name { (id, name) } else { nil }
    createdAt = try row.next()
    version = try row.next()
    events = try row.next()
    lastEvent = try row.next(Date?.self)
  }

  /// The columns above; the caller adds WHERE.
  static let columns: SQL = """
    SELECT d.id, d.state, d.rules_version, d.effective_from, d.settings, d.base_sha256, d.changes, d.replaces, d.note,
           d.simulation, d.author_id, d.author_name, d.author_person, d.approver_id, d.approver_name, d.created_at,
           d.version, (SELECT count(*) FROM rule_draft_event e WHERE e.draft_id = d.id),
           (SELECT max(at) FROM rule_draft_event e WHERE e.draft_id = d.id)
    FROM rule_draft d
    """

  package static func select(_ id: UUID) -> SQL { "\(columns) WHERE d.id = \(id)" }
  static func selectForUpdate(_ id: UUID) -> SQL { "\(columns) WHERE d.id = \(id) FOR UPDATE OF d" }

  /// Holds back every other approval in the province until the transaction ends.
  static let lockApprovals: SQL =
    "SELECT pg_advisory_xact_lock(hashtextextended('rule_draft:' || current_schema, 0))"

  /// Whether another change of the same rules was approved before this one.
  static func isOvertaken(_ id: UUID) -> SQL {
    """
    SELECT EXISTS (
      SELECT FROM rule_draft d JOIN rule_draft other ON other.base_sha256 = d.base_sha256 AND other.id <> d.id
      WHERE d.id = \(id) AND other.state IN ('approved', 'published'))
    """
  }
}
