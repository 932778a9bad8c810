import Foundation
import Postgres
import StrictJSON

/// Units and the tree that they form.
struct UnitImport: ImportTarget {
  static let columns: [ImportColumn] = [
    .code("code", UnitRow.codeShape, "1.01.0.00.0.00.01.0000"),
    .required("name", UnitRow.nameShape, "Dinas Pendidikan"), .optional("parentCode", UnitRow.codeShape),
  ]

  /// Between the codes of a path; no text from outside holds a control character.
  private static let separator = "\u{1F}"

  private let table: ImportTable
  private let context: ImportContext

  init(_ table: ImportTable, _ context: ImportContext) {
    self.table = table
    self.context = context
  }

  /// The whole tree: a unit that moves takes all below it along. Small, and changed by imports only.
  var reads: [SQL] {
    [
      """
      SELECT n.code, n.id, ARRAY[n.name, coalesce(p.code, ''), array_to_string(n.path, \(Self.separator))]
      FROM unit n LEFT JOIN unit p ON p.id = n.parent_id FOR UPDATE OF n
      """
    ]
  }

  func plan(_ results: [Result]) throws -> ImportPlan {
    var plan = ImportPlan(errors: table.errors(key: ["code"]))
    let stored = try results[0].rows(StoredRow.self)
    var tree = UnitTree(stored.map { ($0.key, $0.values[1]) })
    for (row, code) in table["code"].enumerated() where !code.isEmpty {
      tree.parents[code] = table.text("parentCode", row)
    }
    for (row, parent) in table["parentCode"].enumerated() where !parent.isEmpty {
      if tree.parents[parent] == nil {
        plan.errors.add(table.numbers[row], "parentCode", .notFound)
      } else if tree.path(to: table.text("code", row)) == nil {
        plan.errors.add(table.numbers[row], "parentCode", .notOneOf, detail: Self.circle)
      }
    }
    guard plan.errors.isEmpty else { return plan }
    let comparison = ImportComparison(
      table, key: "code", columns: ["name", "parentCode"], with: stored, at: context.now)
    plan.counts = comparison.counts
    write(comparison, tree, stored, into: &plan)
    return plan
  }

  private static let circle = Bilingual(
    id: "Unit ini menjadi induk bagi dirinya sendiri.", en: "This unit would lie below itself.")

  /// Parents come before their children.
  private func write(
    _ comparison: ImportComparison, _ tree: UnitTree, _ stored: [StoredRow], into plan: inout ImportPlan
  ) {
    var ids = Dictionary(stored.map { ($0.key, $0.id) }) { first, _ in first }
    for row in comparison.new { ids[table.text("code", row)] = comparison.ids[row] }
    func depth(_ row: Int) -> Int { tree.path(to: table.text("code", row))?.count ?? 0 }
    plan.write(comparison.written.sorted { depth($0) < depth($1) }) { rows in
      [
        """
        INSERT INTO unit (id, code, name, parent_id, path, created_at)
        SELECT t.id, t.code, t.name, nullif(t.parent, '')::uuid, string_to_array(t.path, \(Self.separator)),
               \(context.now)
        FROM unnest(\(SQLArray(rows.map { comparison.ids[$0] })), \(table.texts("code", rows)),
          \(table.texts("name", rows)),
          \(SQLArray(rows.map { ids[table.text("parentCode", $0)]?.lowercased ?? "" })),
          \(SQLArray(rows.map { tree.path(to: table.text("code", $0))?.joined(separator: Self.separator) ?? "" })))
          AS t(id, code, name, parent, path)
        ON CONFLICT (code) DO UPDATE SET name = excluded.name, parent_id = excluded.parent_id, path = excluded.path
        """
      ]
    }
    let moved = stored.compactMap { row -> (UUID, String)? in
      guard let path = tree.path(to: row.key)?.joined(separator: Self.separator), path != row.values[2] else {
        return nil
      }
      return (row.id, path)
    }
    plan.write(Array(moved.indices)) { rows in
      [
        """
        UPDATE unit n SET path = string_to_array(t.path, \(Self.separator))
        FROM unnest(\(SQLArray(rows.map { moved[$0].0 })), \(SQLArray(rows.map { moved[$0].1 }))) AS t(id, path)
        WHERE n.id = t.id
        """
      ]
    }
  }
}

/// Which unit lies below which, by code.
struct UnitTree {
  /// The parent's code of each unit; empty for a root.
  var parents: [String: String]

  init(_ units: [(code: String, parent: String)]) {
    parents = Dictionary(units.map { ($0.code, $0.parent) }) { first, _ in first }
  }

  /// The codes from the root to a unit; nil where the way up goes round in a circle or ends nowhere.
  func path(to code: String) -> [String]? {
    var path = [code]
    while let parent = path.last.flatMap({ parents[$0] }), !parent.isEmpty {
      guard parents[parent] != nil, path.count <= parents.count else { return nil }
      path.append(parent)
    }
    return path.reversed()
  }
}
