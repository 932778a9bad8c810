import Foundation
import Postgres
import StrictJSON

/// A row that is there already, its values written as the file's cells write them.
struct StoredRow: RowDecodable {
  let key: String
  let id: UUID
  /// In the order of the file's columns behind the key.
  let values: [String]

  init(row: inout Row) throws {
    key = try row.next()
    id = try row.next()
    values = try row.next(SQLArray<String>.self).elements
  }
}

/// A file's rows beside those that are there: which are new, which change something.
struct ImportComparison {
  private(set) var new: [Int] = []
  private(set) var changed: [Int] = []
  private(set) var unchanged = 0
  /// The id of each row: its own where it is there, else a new one.
  private(set) var ids: [UUID] = []
  private let stored: [String: StoredRow]

  /// - Parameter key: the columns of the key; `StoredRow.key` joins them by the unit separator.
  /// - Parameter columns: those that are compared, in the order of `StoredRow.values`.
  /// - Parameter isNews: whether a row whose cells are known says something else all the same.
  init(
    _ table: ImportTable, key: String..., columns: [String], with stored: [StoredRow], at now: Date,
    isNews: (Int, UUID) -> Bool = { _, _ in false }
  ) {
    self.stored = Dictionary(stored.map { ($0.key, $0) }) { first, _ in first }
    let keys = table.keys(key)
    let cells = columns.map { table[$0] }
    for (row, key) in keys.enumerated() {
      guard let there = self.stored[key] else {
        new.append(row)
        ids.append(.version7(at: now))
        continue
      }
      ids.append(there.id)
      if zip(cells, there.values).allSatisfy({ $0[row] == $1 }), !isNews(row, there.id) {
        unchanged += 1
      } else {
        changed.append(row)
      }
    }
  }

  var counts: ImportCounts { ImportCounts(imported: new.count, updated: changed.count, unchanged: unchanged) }
  var written: [Int] { new + changed }
}

extension ImportTable {
  /// The key of each row: its cells in these columns, joined by the unit separator.
  func keys(_ columns: [String]) -> [String] {
    let cells = columns.map { self[$0] }
    return numbers.indices.map { row in cells.map { $0[row] }.joined(separator: "\u{1F}") }
  }

  /// The errors so far, and those of keys that stand twice.
  func errors(key columns: [String]) -> ImportErrors {
    var errors = errors
    var first: [String: Int] = [:]
    let keys = columns.map { self[$0] }
    for (row, number) in numbers.enumerated() {
      let parts = keys.map { $0[row] }
      guard !parts.contains("") else { continue }
      let key = parts.joined(separator: "\u{1F}")
      if let earlier = first.updateValue(number, forKey: key) {
        let sentence = Bilingual(id: "Sudah ada di baris \(earlier).", en: "Row \(earlier) has it already.")
        errors.add(number, columns[columns.count - 1], .alreadyRegistered, detail: sentence)
      }
    }
    return errors
  }

  /// The ids behind the codes of a column, and an error for each code that is not there.
  func references(_ column: String, _ result: Result, into errors: inout ImportErrors) throws -> [String:
    UUID]
  {
    let known = Dictionary(try result.rows(as: (String, UUID).self).map { ($0.0, $0.1) }) { first, _ in first
    }
    for (row, codes) in values(column).enumerated() where codes.contains(where: { known[$0] == nil }) {
      errors.add(numbers[row], column, .notFound)
    }
    return known
  }

  /// Every code that a column names, each once.
  func codes(_ column: String) -> SQLArray<String> { SQLArray(Array(Set(values(column).joined()))) }

  /// The cells of a column in some rows.
  func texts(_ column: String, _ rows: [Int]) -> SQLArray<String> {
    let cells = self[column]
    return SQLArray(rows.map { cells[$0] })
  }
}

extension SQLArray where Element == UUID {
  /// The ids behind the codes of a column in some rows.
  init(_ column: String, of table: ImportTable, _ rows: [Int], _ known: [String: UUID]) {
    let cells = table[column]
    self.init(rows.compactMap { known[cells[$0]] })
  }
}
