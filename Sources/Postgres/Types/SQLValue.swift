/// A Swift value that can be bound: its PostgreSQL type and its binary form. Encoding cannot fail.
package protocol SQLValue: Sendable {
  static var oid: UInt32 { get }
  func encode(into bytes: inout [UInt8])
}

/// A Swift value that can be read from a column in PostgreSQL's binary form.
package protocol SQLDecodable {
  /// - Parameters:
  ///   - cell: the column's bytes, nil for NULL.
  ///   - oid: the column's type.
  /// - Throws: `DecodingFailure` where type or width does not fit.
  init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws
}

/// Type numbers of `pg_type` that the service speaks.
package enum OID {
  package static let bool: UInt32 = 16
  package static let bytea: UInt32 = 17
  package static let name: UInt32 = 19
  package static let int8: UInt32 = 20
  package static let int2: UInt32 = 21
  package static let int4: UInt32 = 23
  package static let text: UInt32 = 25
  package static let oid: UInt32 = 26
  package static let json: UInt32 = 114
  package static let float4: UInt32 = 700
  package static let float8: UInt32 = 701
  package static let int8Array: UInt32 = 1016
  package static let textArray: UInt32 = 1009
  package static let bpchar: UInt32 = 1042
  package static let varchar: UInt32 = 1043
  package static let date: UInt32 = 1082
  package static let timestamptz: UInt32 = 1184
  package static let uuid: UInt32 = 2950
  package static let uuidArray: UInt32 = 2951
  package static let jsonb: UInt32 = 3802
}

/// A column that does not hold what the code asked for.
package struct DecodingFailure: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}

func requireCell(_ cell: UnsafeRawBufferPointer?, _ type: Any.Type) throws -> UnsafeRawBufferPointer {
  guard let cell else { throw DecodingFailure("NULL where \(type) is expected") }
  return cell
}

extension Optional: SQLDecodable where Wrapped: SQLDecodable {
  package init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws {
    self = cell == nil ? nil : try Wrapped(cell: cell, oid: oid)
  }
}
