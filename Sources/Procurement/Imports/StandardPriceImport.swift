import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// Standard prices, all taxes included: one that begins later stands beside the one that holds until then.
struct StandardPriceImport: ImportTarget {
  static let columns: [ImportColumn] = [
    .code("code", .text(max: 100), "SSH.01.001"), .required("name", .name, "Pulpen gel 0.5 mm"),
    .required("category", ProductContent.categoryCode, "stationery"),
    .required("unitOfMeasure", ProductContent.unitOfMeasure, "buah"),
    .required("price", .integer(min: 1), "6500"),
    .required("validFrom", .date, "2027-01-01"),
  ]

  private static let compared = ["name", "category", "unitOfMeasure", "price"]

  private let table: ImportTable
  private let context: ImportContext

  init(_ table: ImportTable, _ context: ImportContext) {
    self.table = table
    self.context = context
  }

  var reads: [SQL] {
    [
      """
      SELECT code || E'\\x1F' || to_char(valid_from, 'YYYY-MM-DD'), id,
             ARRAY[name, category, unit_of_measure, price::text]
      FROM standard_price WHERE code = ANY (\(table.codes("code"))) ORDER BY id FOR UPDATE
      """
    ]
  }

  func plan(_ results: [Result]) throws -> ImportPlan {
    var plan = ImportPlan(errors: table.errors(key: ["code"]))
    for (row, category) in table["category"].enumerated()
    where !category.isEmpty && context.rulebook.categories[category] == nil {
      plan.errors.add(table.numbers[row], "category", .notFound)
    }
    guard plan.errors.isEmpty else { return plan }
    let stored = try results[0].rows(StoredRow.self)
    let comparison = ImportComparison(
      table, key: "code", "validFrom", columns: Self.compared, with: stored, at: context.now)
    plan.counts = counts(comparison, known: Set(stored.map { String($0.key.prefix { $0 != "\u{1F}" }) }))
    if !comparison.written.isEmpty { plan.batches.append { [CategoryRows.insertion(context.rulebook)] } }
    plan.write(comparison.written) { rows in [upsert(rows, comparison)] }
    return plan
  }

  /// To people a code that is there already has changed, also where its new price waits for its day.
  private func counts(_ comparison: ImportComparison, known: Set<String>) -> ImportCounts {
    var counts = comparison.counts
    let later = comparison.new.count { known.contains(table.text("code", $0)) }
    counts.imported -= later
    counts.updated += later
    return counts
  }

  private func upsert(_ rows: [Int], _ comparison: ImportComparison) -> SQL {
    """
    INSERT INTO standard_price (id, code, name, category, unit_of_measure, price, valid_from, created_at)
    SELECT t.id, t.code, t.name, t.category, t.measure, t.price::bigint, t.valid_from::date, \(context.now)
    FROM unnest(\(SQLArray(rows.map { comparison.ids[$0] })), \(table.texts("code", rows)),
      \(table.texts("name", rows)), \(table.texts("category", rows)), \(table.texts("unitOfMeasure", rows)),
      \(table.texts("price", rows)), \(table.texts("validFrom", rows)))
      AS t(id, code, name, category, measure, price, valid_from)
    ON CONFLICT (code, valid_from) DO UPDATE SET name = excluded.name, category = excluded.category,
      unit_of_measure = excluded.unit_of_measure, price = excluded.price
    """
  }
}
