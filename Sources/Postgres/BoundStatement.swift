import CLibPQ

/// A statement as libpq wants it: text that ends in NUL, and types, bytes and formats of its parameters.
struct BoundStatement {
  private let text: [UInt8]
  private let types: [UInt32]
  private let parameters: [Parameter]
  let name: PreparedStatements.Name

  init(_ statement: SQL) {
    let utf8 = statement.utf8
    parameters = statement.parameters
    types = parameters.map(\.oid)
    name = PreparedStatements.Name(text: utf8, types: types)
    text = utf8 + [0]
  }

  /// - Returns: libpq's 1 where the message stands in its buffer.
  func sendPrepare(on connection: OpaquePointer) -> Int32 {
    withText { PQsendPrepare(connection, name.description, $0, Int32(types.count), types) }
  }

  /// - Returns: libpq's 1 where the message stands in its buffer.
  func sendExecute(on connection: OpaquePointer) -> Int32 {
    withParameters { values, lengths, formats in
      PQsendQueryPrepared(connection, name.description, Int32(values.count), values, lengths, formats, 1)
    }
  }

  /// Analyses and executes in one, leaving nothing behind.
  /// - Returns: libpq's 1 where the message stands in its buffer.
  func sendUnprepared(on connection: OpaquePointer) -> Int32 {
    withParameters { values, lengths, formats in
      withText { PQsendQueryParams(connection, $0, Int32(values.count), types, values, lengths, formats, 1) }
    }
  }

  private func withText<T>(_ body: (UnsafePointer<CChar>) -> T) -> T {
    text.withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
  }

  /// All parameter bytes stand in one buffer; libpq gets pointers into it.
  private func withParameters<T>(_ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) -> T) -> T {
    var buffer: [UInt8] = []
    var offsets: [Int?] = []
    for parameter in parameters {
      offsets.append(parameter.bytes == nil ? nil : buffer.count)
      buffer += parameter.bytes ?? []
    }
    buffer.append(0)  // never empty: a value of no bytes still needs a pointer
    let lengths = parameters.map { Int32($0.bytes?.count ?? 0) }
    let formats = [Int32](repeating: 1, count: parameters.count)
    return buffer.withUnsafeBytes { bytes in
      let characters = bytes.assumingMemoryBound(to: CChar.self).baseAddress!
      let values = offsets.map { $0.map { characters + $0 } }
      return body(values, lengths, formats)
    }
  }
}
