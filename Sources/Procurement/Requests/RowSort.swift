package import EOrderRules
package import Foundation
import Postgres
import StrictJSON

/// The orders in which lists of needs, vendors and people can be read; each pages by its own key.
package enum RowSort: String, Sendable, CaseIterable {
  case newest, oldest, name, neededOn

  /// Those of things with a name.
  package static let ofNames = [RowSort.newest, .oldest, .name]
  /// Those of needs.
  package static let ofNeeds = [RowSort.newest, .oldest, .neededOn]

  /// What a list is sorted by.
  struct Keys {
    let at: SQL
    let id: SQL
    var name: SQL = "''"
    var day: SQL = "DATE '9999-12-31'"
  }

  /// The name of the list in this order, to which a cursor is bound.
  package func list(_ name: String) -> String { self == .newest ? name : "\(name)/\(rawValue)" }

  /// One row more than the page holds where there is a next page.
  /// - Throws: `Refusal.invalid` at `/query/cursor`.
  func statement(
    _ columns: SQL, where conditions: [SQL], _ page: PageRequest, _ keys: Keys
  ) throws -> SQL {
    if self == .newest { return try page.newest(columns, where: conditions, by: keys.at, keys.id) }
    var all = conditions
    if let cursor = page.cursor {
      guard let behind = behind(cursor, keys) else {
        throw Refusal.invalid([FieldError("/query/cursor", .badFormat)])
      }
      all.append(behind)
    }
    let condition: SQL = all.isEmpty ? "" : " WHERE \(SQL(joining: all, separator: " AND "))"
    return "\(columns)\(condition) ORDER BY \(key(keys)), \(keys.id) LIMIT \(page.limit + 1)"
  }

  private func key(_ keys: Keys) -> SQL {
    switch self {
    case .newest, .oldest: keys.at
    case .name: "lower(\(keys.name))"
    case .neededOn: "coalesce(\(keys.day), DATE '9999-12-31')"
    }
  }

  private func behind(_ cursor: Cursor, _ keys: Keys) -> SQL? {
    switch self {
    case .newest, .oldest: cursor.instant.map { "(\(key(keys)), \(keys.id)) > (\($0), \(cursor.id))" }
    case .name: "(\(key(keys)), \(keys.id)) > (lower(\(cursor.value)), \(cursor.id))"
    case .neededOn: Day(cursor.value).map { "(\(key(keys)), \(keys.id)) > (\($0), \(cursor.id))" }
    }
  }

  /// The key of a row, behind which the next page begins.
  package func cursor(
    _ list: String, id: UUID, createdAt: Date, name: String = "", day: Day? = nil
  ) -> Cursor {
    switch self {
    case .newest, .oldest: Cursor(list: self.list(list), at: createdAt, id: id)
    case .name: Cursor(list: self.list(list), value: name, id: id)
    case .neededOn: Cursor(list: self.list(list), value: day?.description ?? "9999-12-31", id: id)
    }
  }
}
