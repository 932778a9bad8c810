import AuditLog
import Foundation
import Postgres
import StrictJSON

/// A row of a file whose ceiling lies below what is promised or spent already: it stays on the red list.
struct RedRow: Sendable {
  let line: UUID
  let version: String
  let ceiling: Int64
  let before: Int64
  let used: Int64

  /// Keeps the rows of a refused file, each with its entry.
  static func record(_ rows: [RedRow], by author: Author) -> [SQL] {
    let entries = rows.map { row in
      author.entry(
        "budget-line.red", subject: "budget-line", id: row.line,
        detail: [
          "version": .string(row.version), "asked": .integer(row.ceiling), "ceiling": .integer(row.before),
          "used": .integer(row.used),
        ])
    }
    return [
      entries.insertion(at: author.now),
      """
      INSERT INTO budget_red_line (id, budget_line_id, at, version, asked, ceiling, used, audit_id)
      SELECT t.id, t.line, \(author.now), t.version, t.asked, t.ceiling, t.used, t.audit
      FROM unnest(\(SQLArray(rows.map { _ in UUID.version7(at: author.now) })), \(SQLArray(rows.map(\.line))),
        \(SQLArray(rows.map(\.version))), \(SQLArray(rows.map(\.ceiling))), \(SQLArray(rows.map(\.before))),
        \(SQLArray(rows.map(\.used))), \(SQLArray(entries.map(\.id))))
        AS t(id, line, version, asked, ceiling, used, audit)
      """,
    ]
  }
}
