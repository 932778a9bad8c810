package import Postgres

extension PageRequest {
  /// The rows of the page, newest first, and one more, which tells that there is a next page.
  ///
  /// - Parameters:
  ///   - columns: `SELECT … FROM …`.
  ///   - conditions: what the list is narrowed to.
  ///   - at: the column of the time by which rows are sorted.
  ///   - id: the column that tells rows of one time apart.
  /// - Throws: 422 where the cursor is none of this list.
  package func newest(_ columns: SQL, where conditions: [SQL], by at: SQL, _ id: SQL) throws -> SQL {
    var all = conditions
    if let cursor = try behind { all.append("(\(at), \(id)) < (\(cursor.at), \(cursor.id))") }
    let condition: SQL = all.isEmpty ? "" : " WHERE \(SQL(joining: all, separator: " AND "))"
    return "\(columns)\(condition) ORDER BY \(at) DESC, \(id) DESC LIMIT \(limit + 1)"
  }
}
