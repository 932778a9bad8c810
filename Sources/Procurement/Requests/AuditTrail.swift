import Foundation
package import Postgres
package import StrictJSON

/// The sealed audit log, oldest first.
package struct ListAuditEntries: Sendable {
  package static let name = "audit"

  private let page: PageRequest
  /// The number of the last entry that the caller knows; -1 for none.
  private let after: Int64

  /// - Throws: 422 at `/query/cursor`.
  package init(after: Int64?, _ page: PageRequest) throws {
    self.page = page
    guard let cursor = page.cursor else {
      self.after = after ?? -1
      return
    }
    guard let last = Int64(cursor.value) else {
      throw Refusal.invalid([FieldError("/query/cursor", .badFormat)])
    }
    self.after = last
  }

  /// What the API shows of an entry.
  package static let answer = Shape.component(
    "AuditEntry",
    .object([
      .required("index", .integer(min: 0)), .required("at", .dateTime), .required("actor", .text(max: 100)),
      .required("role", .text(max: 50)), .required("action", .text(max: 100)),
      .required("subject", .object([.required("type", .text(max: 50)), .required("id", .text(max: 100))])),
      .required("ruleVersion", .nullable(.text(max: 50))),
      .required("leaf", .text(max: 1_000_000), "The entry's canonical bytes in base64."),
    ]))

  package func callAsFunction(_ lease: borrowing some Lease & ~Copyable) async throws -> Answer {
    let rows = try await lease.query(
      """
      SELECT l.index, e.id, e.at, e.actor, e.role, e.action, e.subject_type, e.subject_id, e.rule_version, e.leaf
      FROM audit_leaf l JOIN audit_entry e ON e.id = l.entry_id
      WHERE l.index > \(after) ORDER BY l.index LIMIT \(page.limit + 1)
      """
    ).rows(AuditRow.self)
    return page.answer(rows, item: \.json) { Cursor(list: Self.name, value: "\($0.index)", id: $0.id) }
  }
}

/// One sealed entry.
private struct AuditRow: RowDecodable {
  let index: Int64
  let id: UUID
  let at: Date
  let actor: String
  let role: String
  let action: String
  let subjectType: String
  let subjectID: String
  let ruleVersion: String?
  let leaf: [UInt8]

  init(row: inout Row) throws {
    index = try row.next()
    id = try row.next()
    at = try row.next()
    actor = try row.next()
    role = try row.next()
    action = try row.next()
    subjectType = try row.next()
    subjectID = try row.next()
    ruleVersion = try row.next(String?.self)
    leaf = try row.next(Bytes.self).bytes
  }

  var json: JSONValue {
    [
      "index": .integer(index), "at": JSONValue(at), "actor": .string(actor), "role": .string(role),
      "action": .string(action), "subject": ["type": .string(subjectType), "id": .string(subjectID)],
      "ruleVersion": JSONValue(ruleVersion), "leaf": .string(Data(leaf).base64EncodedString()),
    ]
  }
}
