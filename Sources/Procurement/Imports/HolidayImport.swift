import AuditLog
import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// Holidays that are laid down, moved or withdrawn; only for days to come, since deadlines were reckoned by the days
/// that have passed. Deadlines that run already stay as they were told.
struct HolidayImport: ImportTarget {
  static let columns: [ImportColumn] = [
    .required("day", .date, "2099-05-06"), .required("name", .name, "Cuti bersama Waisak"),
    .required("kind", .oneOf(Holiday.Kind.allCases.map(\.rawValue)), "collective_leave"),
    .required("source", .text(max: 200), "SKB 3 Menteri 1/2099"),
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
      SELECT to_char(day, 'YYYY-MM-DD'), id, ARRAY[name, kind, source] FROM holiday
      WHERE to_char(day, 'YYYY-MM-DD') = ANY (\(table.codes("day"))) ORDER BY day FOR UPDATE
      """
    ]
  }

  func plan(_ results: [Result]) throws -> ImportPlan {
    var plan = ImportPlan(errors: table.errors(key: ["day"]))
    let comparison = ImportComparison(
      table, key: "day", columns: Self.compared, with: try results[0].rows(StoredRow.self), at: context.now)
    let today = context.rulebook.calendar.day(of: context.now)
    for row in comparison.written {
      guard let day = Day(table.text("day", row)), day <= today else { continue }
      plan.errors.add(table.numbers[row], "day", .tooSmall, bound: today.adding(days: 1).description)
    }
    guard plan.errors.isEmpty else { return plan }
    plan.counts = comparison.counts
    let rows = comparison.written
    let entries = rows.map { row in
      context.author.entry(
        "holiday.change", subject: "holiday", id: comparison.ids[row],
        detail: .object(
          Self.columns.map { JSONMember(name: $0.name, value: .string(table.text($0.name, row))) }))
    }
    plan.write(Array(rows.indices)) { places in
      [
        places.map { entries[$0] }.insertion(at: context.now),
        upsert(places.map { rows[$0] }, comparison, audits: places.map { entries[$0].id }),
      ]
    }
    return plan
  }

  private func upsert(_ rows: [Int], _ comparison: ImportComparison, audits: [UUID]) -> SQL {
    """
    INSERT INTO holiday (id, day, name, kind, source, at, audit_id)
    SELECT t.id, t.day::date, t.name, t.kind, t.source, \(context.now), t.audit
    FROM unnest(\(SQLArray(rows.map { comparison.ids[$0] })), \(table.texts("day", rows)),
      \(table.texts("name", rows)), \(table.texts("kind", rows)), \(table.texts("source", rows)),
      \(SQLArray(audits))) AS t(id, day, name, kind, source, audit)
    ON CONFLICT (day) DO UPDATE SET name = excluded.name, kind = excluded.kind, source = excluded.source,
      at = excluded.at, audit_id = excluded.audit_id
    """
  }
}
