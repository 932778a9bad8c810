package import EOrderRules
package import Foundation
package import Postgres

/// An entry of the audit log with its place in the sealed tree and the name of whoever acted.
package struct AuditStoryEntry: RowDecodable, Sendable {
  package let id: UUID
  /// Its number in the sealed log; nil until it is sealed.
  package let index: Int64?
  package let at: Date
  package let actor: String
  package let role: String
  package let action: String
  package let subjectType: String
  package let subjectID: String
  package let ruleVersion: String?
  /// The hash of its leaf in hexadecimal; nil until it is sealed.
  package let leafHash: String?
  /// Whether it left its subject in the state it was in.
  package let stays: Bool

  package init(row: inout Row) throws {
    id = try row.next()
    index = try row.next(Int64?.self)
    at = try row.next()
    actor = try row.next()
    role = try row.next()
    action = try row.next()
    subjectType = try row.next()
    subjectID = try row.next()
    ruleVersion = try row.next(String?.self)
    leafHash = try row.next(String?.self)
    stays = try row.next()
  }
}

/// What the audit log holds about one thing, or about the whole province, newest first.
package struct ReadAuditStory: Sendable {
  package static let name = "audit-story"
  package static let readers: Set<Role> = [.auditor]

  private let subject: String?
  private let action: String?
  private let page: PageRequest

  /// - Parameters:
  ///   - subject: the id of what it is about; nil for everything.
  ///   - action: what the action begins with, such as `order.`.
  package init(subject: String?, action: String?, _ page: PageRequest) {
    self.subject = subject
    self.action = action
    self.page = page
  }

  /// One row more than the page holds where there is a next page.
  package func callAsFunction(_ lease: borrowing some Lease & ~Copyable) async throws -> [AuditStoryEntry] {
    var conditions: [SQL] = ["true"]
    if let subject { conditions.append("e.subject_id = \(subject)") }
    if let action { conditions.append("starts_with(e.action, \(action))") }
    if let cursor = try page.behind { conditions.append("(e.at, e.id) < (\(cursor.at), \(cursor.id))") }
    return try await lease.query(
      """
      SELECT e.id, l.index, e.at, coalesce(u.name, CASE WHEN e.role = 'central_admin'
               THEN convert_from(e.leaf, 'UTF8')::jsonb -> 'detail' ->> 'administrator' END, e.actor), e.role,
             e.action, e.subject_type, e.subject_id, e.rule_version, encode(l.hash, 'hex'),
             CASE WHEN e.action = 'order.inspect-ok' THEN (
               SELECT coalesce(d.entry #>> '{detail,from}' = d.entry #>> '{detail,to}', false)
               FROM (SELECT convert_from(e.leaf, 'UTF8')::jsonb) d(entry)) ELSE false END
      FROM audit_entry e LEFT JOIN audit_leaf l ON l.entry_id = e.id LEFT JOIN app_user u ON u.id::text = e.actor
      WHERE \(SQL(joining: conditions, separator: " AND "))
      ORDER BY e.at DESC, e.id DESC LIMIT \(page.limit + 1)
      """
    ).rows(AuditStoryEntry.self)
  }
}
