/// Results of one column, for which a tuple would be a detour.
extension Result {
  /// The first row's only column; nil where no row came back or the column is NULL.
  package func scalar<Value: SQLDecodable>(_ type: Value.Type) throws -> Value? {
    try first(Single<Value>.self)?.value
  }

  /// The only column of every row; NULLs are left out.
  package func column<Value: SQLDecodable>(_ type: Value.Type) throws -> [Value] {
    try rows(Single<Value>.self).compactMap(\.value)
  }
}

private struct Single<Value: SQLDecodable>: RowDecodable {
  let value: Value?

  init(row: inout Row) throws { value = try row.next(Value?.self) }
}
