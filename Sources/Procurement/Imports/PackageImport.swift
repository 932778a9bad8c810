import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// Packages of the procurement plan (RUP) with the budget lines that pay for them.
struct PackageImport: ImportTarget {
  static let columns: [ImportColumn] = [
    .required("rupCode", .text(.rupCode), "60310064"),
    .required("name", .name, "Pengadaan Alat Tulis Kantor"),
    .required("unitCode", UnitRow.codeShape, "1.01.0.00.0.00.01.0000"),
    .required("year", .integer(min: 2000, max: 2999), "2027"),
    .list("budgetLineCodes", of: .text(max: 60), "2027-DISDIK-06.0002-0024"),
    .required("method", .oneOf(["direct", "small_tender", "exempted"]), "direct"),
    .required("ceiling", .integer(min: 1, max: ImportColumn.largestAmount), "30000000"),
    .required("announcedOn", .date, "2027-01-05"),
    .optional("catalogueResult", .oneOf(["not_found", "found", "not_checked"]), "not_found"),
    .optional("catalogueEvidence", .note, "Tidak ada di katalog elektronik pada hari pencarian."),
    .optional("ownEstimate", .integer(min: 1), "25000000"),
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
      SELECT p.rup_code, p.id, ARRAY[p.name, n.code, p.year::text,
             (SELECT string_agg(b.code, '|' ORDER BY b.code COLLATE "C") FROM package_budget_line l
              JOIN budget_line b ON b.id = l.budget_line_id WHERE l.package_id = p.id),
             p.method, p.ceiling::text, to_char(p.announced_on, 'YYYY-MM-DD'), coalesce(p.catalogue_result, ''),
             coalesce(p.catalogue_evidence, ''), coalesce(p.own_estimate::text, ''),
             (EXISTS (SELECT FROM need d WHERE d.package_id = p.id)
              OR EXISTS (SELECT FROM purchase_order o WHERE o.package_id = p.id))::text]
      FROM package p JOIN unit n ON n.id = p.unit_id WHERE p.rup_code = ANY (\(table.codes("rupCode")))
      ORDER BY p.id FOR UPDATE OF p
      """,
      "SELECT code, id FROM unit WHERE code = ANY (\(table.codes("unitCode")))",
      "SELECT code, id FROM budget_line WHERE code = ANY (\(table.codes("budgetLineCodes")))",
      "SELECT code, year::text FROM budget_line WHERE code = ANY (\(table.codes("budgetLineCodes")))",
    ]
  }

  func plan(_ results: [Result]) throws -> ImportPlan {
    var plan = ImportPlan(errors: table.errors(key: ["rupCode"]))
    let units = try table.references("unitCode", results[1], into: &plan.errors)
    let lines = try table.references("budgetLineCodes", results[2], into: &plan.errors)
    let years = try results[3].rows(as: (String, String).self).map { ($0.0, $0.1) }
    check(Dictionary(years) { first, _ in first }, into: &plan.errors)
    checkEstimates(into: &plan.errors)
    let stored = try results[0].rows(StoredRow.self)
    checkMoves(stored, into: &plan.errors)
    guard plan.errors.isEmpty else { return plan }
    let comparison = ImportComparison(
      table, key: "rupCode", columns: Self.compared, with: stored, at: context.now)
    plan.counts = comparison.counts
    plan.write(comparison.written) { rows in
      [upsert(rows, comparison, units)] + assignment(rows, comparison, lines)
    }
    return plan
  }

  /// A package of a year draws on lines of that year.
  private func check(_ years: [String: String], into errors: inout ImportErrors) {
    for (row, codes) in table.values("budgetLineCodes").enumerated() {
      let year = table.text("year", row)
      guard !year.isEmpty, codes.contains(where: { years[$0] ?? year != year }) else { continue }
      errors.add(table.numbers[row], "budgetLineCodes", .notOneOf, detail: Self.otherYear(year))
    }
  }

  /// `RUP_ANNOUNCED`: an estimate within the announced amount (Perpres 16/2018 Art. 22).
  private func checkEstimates(into errors: inout ImportErrors) {
    for (row, number) in table.numbers.enumerated() {
      guard let estimate = Int64(table.text("ownEstimate", row)),
        let ceiling = Int64(table.text("ceiling", row)), estimate > ceiling
      else { continue }
      errors.add(
        number, "ownEstimate", .tooLarge,
        detail: .estimateAboveCeiling(Rupiah(ceiling), legal: context.rulebook.legal(of: .planAnnounced)))
    }
  }

  /// What needs and orders were made of stays where it is.
  private func checkMoves(_ stored: [StoredRow], into errors: inout ImportErrors) {
    let used = Dictionary(stored.filter { $0.values.last == "true" }.map { ($0.key, $0.values) }) {
      first, _ in
      first
    }
    for (row, code) in table["rupCode"].enumerated() {
      guard let values = used[code] else { continue }
      for (column, place) in [("unitCode", 1), ("year", 2)] {
        let (old, new) = (values[place], table.text(column, row))
        guard !new.isEmpty, old != new else { continue }
        errors.add(table.numbers[row], column, .notOneOf, detail: Self.moved(old, new))
      }
    }
  }

  private static func moved(_ old: String, _ new: String) -> Bilingual {
    Bilingual(
      id: """
        Paket ini \(old) dan tidak dapat dipindahkan ke \(new) karena sudah ada kebutuhan atau pesanannya. \
        Umumkan paket baru untuk \(new).
        """,
      en: """
        This package is \(old) and does not move to \(new), since needs or orders were made of it. Announce a new \
        package for \(new).
        """)
  }

  private static func otherYear(_ year: String) -> Bilingual {
    Bilingual(
      id: "Paket tahun \(year) hanya dapat memakai rincian anggaran tahun itu.",
      en: "A package of \(year) can only draw on budget lines of that year.")
  }

  private func upsert(_ rows: [Int], _ comparison: ImportComparison, _ units: [String: UUID]) -> SQL {
    """
    INSERT INTO package (id, rup_code, name, unit_id, year, method, ceiling, announced_on, catalogue_result,
      catalogue_evidence, own_estimate, created_at)
    SELECT t.id, t.code, t.name, t.unit, t.year::integer, t.method, t.ceiling::bigint, t.announced::date,
           nullif(t.result, ''), nullif(t.evidence, ''), nullif(t.estimate, '')::bigint, \(context.now)
    FROM unnest(\(SQLArray(rows.map { comparison.ids[$0] })), \(table.texts("rupCode", rows)),
      \(table.texts("name", rows)), \(SQLArray("unitCode", of: table, rows, units)), \(table.texts("year", rows)),
      \(table.texts("method", rows)), \(table.texts("ceiling", rows)), \(table.texts("announcedOn", rows)),
      \(table.texts("catalogueResult", rows)), \(table.texts("catalogueEvidence", rows)),
      \(table.texts("ownEstimate", rows)))
      AS t(id, code, name, unit, year, method, ceiling, announced, result, evidence, estimate)
    ON CONFLICT (rup_code) DO UPDATE SET name = excluded.name, unit_id = excluded.unit_id, year = excluded.year,
      method = excluded.method, ceiling = excluded.ceiling, announced_on = excluded.announced_on,
      catalogue_result = excluded.catalogue_result, catalogue_evidence = excluded.catalogue_evidence,
      own_estimate = excluded.own_estimate, version = package.version + 1
    """
  }

  private func assignment(
    _ rows: [Int], _ comparison: ImportComparison, _ lines: [String: UUID]
  ) -> [SQL] {
    let pairs = rows.flatMap { row in
      table.text("budgetLineCodes", row).listed.compactMap { code in
        lines[code].map { (comparison.ids[row], $0) }
      }
    }
    return [
      "DELETE FROM package_budget_line WHERE package_id = ANY (\(SQLArray(rows.map { comparison.ids[$0] })))",
      """
      INSERT INTO package_budget_line (package_id, budget_line_id)
      SELECT t.package, t.line FROM unnest(\(SQLArray(pairs.map(\.0))), \(SQLArray(pairs.map(\.1)))) AS t(package, line)
      """,
    ]
  }
}
