import AuditLog
import EOrderRules
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
    .required("ceiling", .integer(min: 0, max: ImportColumn.largestAmount), "30000000"),
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
    let used = Dictionary(stored.map { ($0.key, $0) }) { first, _ in first }
    for (row, code) in table["code"].enumerated() {
      if let before = used[code] { compare(row, with: before, into: &plan) }
    }
    guard plan.errors.isEmpty else { return plan }
    let comparison = ImportComparison(
      table, key: "code", columns: Self.compared, with: stored, at: context.now)
    plan.counts = comparison.counts
    let versions = BudgetVersions(table, comparison, stored, context)
    let places = Array(versions.rows.indices)
    plan.write(places) { rows in [rows.map { versions.entries[$0] }.insertion(at: context.now)] }
    plan.write(comparison.written) { rows in [upsert(rows, comparison, units)] }
    plan.write(places) { rows in [versions.insertion(rows)] }
    return plan
  }

  /// What a later version may not do to a line: fall below what is promised or spent, go back, change its year, or take
  /// what is promised or spent to another purpose.
  private func compare(_ row: Int, with before: StoredRow, into plan: inout ImportPlan) {
    let (number, version) = (table.numbers[row], table.text("version", row))
    let year = table.text("year", row)
    if !year.isEmpty, year != before.values[1] {
      plan.errors.add(number, "year", .notOneOf, detail: Self.otherYear(before.values[1]))
    }
    let order = BudgetVersions.order
    if let now = order.firstIndex(of: version), let last = order.firstIndex(of: before.values[6]), now < last
    {
      plan.errors.add(number, "version", .notOneOf, detail: Self.goesBack(before.values[6], version))
    }
    guard let least = Int64(before.values[8]), least > 0 else { return }
    for (column, place) in Self.purpose where !table.text(column, row).isEmpty {
      let (old, new) = (before.values[place], table.text(column, row))
      if old != new { plan.errors.add(number, column, .notOneOf, detail: Self.moved(old, new, least)) }
    }
    guard let ceiling = Int64(table.text("ceiling", row)), ceiling < least else { return }
    plan.errors.add(number, "ceiling", .tooSmall, detail: Self.belowUse(ceiling, least))
    plan.red.append(
      RedRow(
        line: before.id, version: order.contains(version) ? version : before.values[6], ceiling: ceiling,
        before: Int64(before.values[7]) ?? 0, used: least))
  }

  /// The columns that say who spends a line on what, and their places among the stored values.
  private static let purpose = [("unitCode", 0), ("activityCode", 2), ("account", 3), ("fundSource", 5)]

  private static func moved(_ old: String, _ new: String, _ used: Int64) -> Bilingual {
    let sum = Rupiah(used)
    return Bilingual(
      id: """
        Rincian ini \(old) dan tidak dapat dipindahkan ke \(new) selama \(sum.text(thousands: ".")) sudah dipesan, \
        diikat, atau dibayar darinya. Buat rincian baru dengan kode baru untuk \(new).
        """,
      en: """
        This line is \(old) and does not move to \(new) while \(sum.text(thousands: ",")) is reserved, committed or \
        paid from it. Make a new line with a new code for \(new).
        """)
  }

  private static func otherYear(_ year: String) -> Bilingual {
    Bilingual(
      id: "Rincian ini milik tahun anggaran \(year); tahun baru memerlukan kode baru.",
      en: "This line is of the budget year \(year); a new year needs a new code.")
  }

  private static func goesBack(_ last: String, _ version: String) -> Bilingual {
    Bilingual(
      id: "Rincian ini sudah pada versi \(last) dan tidak dapat kembali ke \(version).",
      en: "This line is at the version \(last) already and does not go back to \(version).")
  }

  private static func belowUse(_ ceiling: Int64, _ used: Int64) -> Bilingual {
    let (cut, least) = (Rupiah(ceiling), Rupiah(used))
    return Bilingual(
      id: """
        Pagu \(cut.text(thousands: ".")) lebih kecil daripada yang sudah dipesan, diikat, dan dibayar: \
        \(least.text(thousands: ".")). Kurangi pesanan lebih dahulu, atau tetapkan pagu sekurangnya sebesar itu.
        """,
      en: """
        The ceiling \(cut.text(thousands: ",")) is less than what is reserved, committed and paid: \
        \(least.text(thousands: ",")). Reduce the orders first, or set at least that ceiling.
        """)
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
