import CLibPQ

/// What one statement answered; owns libpq's memory and gives it back when it is released.
///
/// `@unchecked Sendable`: a finished `PGresult` is never written again, and libpq documents reading
/// one from several threads as safe.
package final class Result: @unchecked Sendable {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  deinit { PQclear(pointer) }

  var status: ExecStatusType { PQresultStatus(pointer) }

  /// The server's word for what it did: `COMMIT`, or `ROLLBACK` where a COMMIT came too late.
  var commandTag: String { String(cString: PQcmdStatus(pointer)) }

  /// Rows that came back.
  package var count: Int { Int(PQntuples(pointer)) }

  /// Rows that the statement inserted, updated, deleted or selected.
  package var affected: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

  /// One field of an error report, nil where the server sent none.
  func field(_ code: Int32) -> String? {
    PQresultErrorField(pointer, code).map { String(cString: $0) }
  }

  /// The whole report as libpq words it, also of errors that are its own.
  var errorMessage: String { String(cString: PQresultErrorMessage(pointer)) }

  var columnCount: Int { Int(PQnfields(pointer)) }

  func columnName(_ column: Int) -> String {
    PQfname(pointer, Int32(column)).map { String(cString: $0) } ?? "?"
  }

  func oid(_ column: Int) -> UInt32 { PQftype(pointer, Int32(column)) }

  func cell(row: Int, column: Int) -> UnsafeRawBufferPointer? {
    let (row, column) = (Int32(row), Int32(column))
    if PQgetisnull(pointer, row, column) == 1 { return nil }
    return UnsafeRawBufferPointer(
      start: PQgetvalue(pointer, row, column), count: Int(PQgetlength(pointer, row, column)))
  }

  /// All rows as tuples.
  /// - Throws: `DecodingFailure` where the number of columns or a type differs.
  package func rows<each Column: SQLDecodable>(
    as: (repeat each Column).Type
  ) throws -> [(repeat each Column)] {
    try map { row in (repeat try row.next((each Column).self)) }
  }

  /// All rows as values that read their columns in order.
  package func rows<Value: RowDecodable>(_ type: Value.Type) throws -> [Value] {
    try map { row in try Value(row: &row) }
  }

  /// The first row as a tuple, or nil where none came back.
  package func first<each Column: SQLDecodable>(
    as type: (repeat each Column).Type
  ) throws -> (repeat each Column)? {
    guard count > 0 else { return nil }
    return try decode(0) { row in (repeat try row.next((each Column).self)) }
  }

  /// The first row, or nil where none came back.
  package func first<Value: RowDecodable>(_ type: Value.Type) throws -> Value? {
    guard count > 0 else { return nil }
    return try decode(0) { row in try Value(row: &row) }
  }

  private func map<Value>(_ body: (inout Row) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(count)
    for index in 0..<count { values.append(try decode(index, body)) }
    return values
  }

  private func decode<Value>(_ index: Int, _ body: (inout Row) throws -> Value) throws -> Value {
    var row = Row(result: self, index: index)
    let value = try body(&row)
    guard row.column == columnCount else {
      throw DecodingFailure("\(columnCount) columns came back, \(row.column) were read")
    }
    return value
  }
}

/// One row, read column by column from the left.
package struct Row {
  let result: Result
  let index: Int
  private(set) var column = 0

  init(result: Result, index: Int) {
    self.result = result
    self.index = index
  }

  /// The next column's value.
  /// - Throws: `DecodingFailure` naming the column.
  package mutating func next<Value: SQLDecodable>(_ type: Value.Type = Value.self) throws -> Value {
    guard column < result.columnCount else {
      throw DecodingFailure("\(result.columnCount) columns came back, more were read")
    }
    defer { column += 1 }
    do {
      return try Value(cell: result.cell(row: index, column: column), oid: result.oid(column))
    } catch let failure as DecodingFailure {
      throw DecodingFailure("column \(result.columnName(column)): \(failure.description)")
    }
  }
}

/// A value that reads itself from a row, its columns in the order of the statement's list.
package protocol RowDecodable {
  init(row: inout Row) throws
}
