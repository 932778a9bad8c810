import AuditLog
import Foundation
import Postgres
import StrictJSON

/// Lines of the budget; a ceiling never falls below what is promised or spent already.
struct BudgetLineImport: ImportTarget {
  static let columns: [ImportColumn] = [
    .code("code", .text(max: 60), "2027-DISDIK-06.0002-0024"),
    .required("unitCode", UnitRow.codeShape, "1.01.0.00.0.00.01.0000"),
    .required("year", .integer(min: 2000, max: 2999), "2027"),
    .required("activityCode", .text(.activityCode), "1.01.01.2.06.0002"),
    .required("account", .text(.accountCode), "5.1.02.01.01.0024"),
    .required("name", .name, "Belanja Alat Tulis Kantor"), .required("fundSource", .text(max: 40), "APBD"),
    .required("version", .oneOf(["murni", "pergeseran", "perubahan"]), "murni"),
    .required("ceiling", .integer(min: 0), "30000000"),
  ]

  private static let compared = columns.dropFirst().map(\.name)

  private let table: ImportTable
  private let context: ImportContext

  init(_ table: ImportTable, _ context: ImportContext) {
    self.table = table
    self.context = context
  }

  var reads: [SQL] {
    [
      """
      SELECT b.code, b.id, ARRAY[n.code, b.year::text, b.activity_code, b.account, b.name, b.fund_source, b.version,
             b.ceiling::text, (b.reserved + b.committed + b.realised)::text]
      FROM budget_line b JOIN unit n ON n.id = b.unit_id WHERE b.code = ANY (\(table.codes("code")))
      ORDER BY b.id FOR UPDATE OF b
      """,
      "SELECT code, id FROM unit WHERE code = ANY (\(table.codes("unitCode")))",
    ]
  }

  func plan(_ results: [Result]) throws -> ImportPlan {
    var plan = ImportPlan(errors: table.errors(key: ["code"]))
    let stored = try results[0].rows(StoredRow.self)
    let units = try table.references("unitCode", results[1], into: &plan.errors)
    let used = Dictionary(stored.map { ($0.key, Int64($0.values[8]) ?? 0) }) { first, _ in first }
    for (row, code) in table["code"].enumerated() {
      guard let least = used[code], let ceiling = Int64(table.text("ceiling", row)), ceiling < least else {
        continue
      }
      plan.errors.add(table.numbers[row], "ceiling", .tooSmall, bound: "\(least)")
    }
    guard plan.errors.isEmpty else { return plan }
    let comparison = ImportComparison(
      table, key: "code", columns: Self.compared, with: stored, at: context.now)
    plan.counts = comparison.counts
    plan.write(comparison.written) { rows in [upsert(rows, comparison, units)] }
    let entries = ceilings(comparison, stored)
    plan.write(Array(entries.indices)) { rows in [rows.map { entries[$0] }.insertion(at: context.now)] }
    return plan
  }

  /// The audit entries of ceilings that rise or fall.
  private func ceilings(_ comparison: ImportComparison, _ stored: [StoredRow]) -> [AuditEntry] {
    let before = Dictionary(stored.map { ($0.key, $0.values[7]) }) { first, _ in first }
    return comparison.changed.compactMap { row in
      let after = table.text("ceiling", row)
      guard let old = before[table.text("code", row)], old != after else { return nil }
      return context.author.entry(
        "budget-line.change", subject: "budget-line", id: comparison.ids[row],
        detail: ["by": "import", "from": JSONValue(Int64(old)), "to": JSONValue(Int64(after))])
    }
  }

  private func upsert(_ rows: [Int], _ comparison: ImportComparison, _ units: [String: UUID]) -> SQL {
    """
    INSERT INTO budget_line (id, code, unit_id, year, activity_code, account, name, fund_source, version, ceiling,
      created_at)
    SELECT t.id, t.code, t.unit, t.year::integer, t.activity, t.account, t.name, t.fund, t.version,
           t.ceiling::bigint, \(context.now)
    FROM unnest(\(SQLArray(rows.map { comparison.ids[$0] })), \(table.texts("code", rows)),
      \(SQLArray("unitCode", of: table, rows, units)), \(table.texts("year", rows)),
      \(table.texts("activityCode", rows)), \(table.texts("account", rows)), \(table.texts("name", rows)),
      \(table.texts("fundSource", rows)), \(table.texts("version", rows)), \(table.texts("ceiling", rows)))
      AS t(id, code, unit, year, activity, account, name, fund, version, ceiling)
    ON CONFLICT (code) DO UPDATE SET unit_id = excluded.unit_id, year = excluded.year,
      activity_code = excluded.activity_code, account = excluded.account, name = excluded.name,
      fund_source = excluded.fund_source, version = excluded.version, ceiling = excluded.ceiling
    """
  }
}
