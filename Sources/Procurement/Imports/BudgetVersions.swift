import AuditLog
import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// The facts that a file of budget lines leaves: what each version of the budget (DPA) says of each line.
struct BudgetVersions: Sendable {
  /// The versions of a year in the order in which they come.
  static let order = ["murni", "pergeseran", "perubahan"]

  private let table: ImportTable
  private let comparison: ImportComparison
  /// Ceilings before, by code.
  private let before: [String: Int64]
  private let context: ImportContext
  /// The rows that are new, or change the ceiling or the version of a line.
  let rows: [Int]
  /// One entry for each of them.
  let entries: [AuditEntry]

  init(_ table: ImportTable, _ comparison: ImportComparison, _ stored: [StoredRow], _ context: ImportContext)
  {
    self.table = table
    self.comparison = comparison
    self.context = context
    let before = Dictionary(stored.map { ($0.key, Int64($0.values[7]) ?? 0) }) { first, _ in first }
    self.before = before
    let new = Set(comparison.new)
    let versions = Dictionary(stored.map { ($0.key, $0.values[6]) }) { first, _ in first }
    rows = comparison.written.filter { row in
      let code = table.text("code", row)
      return before[code] != Int64(table.text("ceiling", row)) || versions[code] != table.text("version", row)
    }
    entries = rows.map { row in
      context.author.entry(
        new.contains(row) ? "budget-line.create" : "budget-line.change", subject: "budget-line",
        id: comparison.ids[row],
        detail: [
          "by": "import", "version": .string(table.text("version", row)),
          "from": JSONValue(before[table.text("code", row)]),
          "to": JSONValue(Int64(table.text("ceiling", row))),
        ])
    }
  }

  /// - Parameter places: among `rows`.
  func insertion(_ places: [Int]) -> SQL {
    let rows = places.map { self.rows[$0] }
    return """
      INSERT INTO budget_line_version (id, budget_line_id, at, version, before, ceiling, audit_id)
      SELECT t.id, t.line, \(context.now), t.version, nullif(t.before, '')::bigint, t.ceiling::bigint, t.audit
      FROM unnest(\(SQLArray(rows.map { _ in UUID.version7(at: context.now) })),
        \(SQLArray(rows.map { comparison.ids[$0] })), \(table.texts("version", rows)),
        \(SQLArray(rows.map { before[table.text("code", $0)].map { String($0) } ?? "" })),
        \(table.texts("ceiling", rows)), \(SQLArray(places.map { entries[$0].id })))
        AS t(id, line, version, before, ceiling, audit)
      """
  }
}
