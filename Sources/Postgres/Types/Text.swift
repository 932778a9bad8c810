extension String: SQLValue, SQLDecodable {
  package static var oid: UInt32 { OID.text }
  package func encode(into bytes: inout [UInt8]) { bytes.append(contentsOf: utf8) }

  package init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws {
    var cell = try requireCell(cell, String.self)
    switch oid {
    case OID.text, OID.varchar, OID.bpchar, OID.name, OID.json: break
    case OID.jsonb: cell = UnsafeRawBufferPointer(rebasing: cell.dropFirst())
    default: throw DecodingFailure("type \(oid) where text is expected")
    }
    self = String(decoding: cell, as: UTF8.self)
  }
}

extension [UInt8]: SQLValue {
  package static var oid: UInt32 { OID.bytea }
  package func encode(into bytes: inout [UInt8]) { bytes.append(contentsOf: self) }
}

/// A column of type `bytea`.
package struct Bytes: SQLDecodable, Sendable {
  package let bytes: [UInt8]

  package init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws {
    let cell = try requireCell(cell, Bytes.self)
    guard oid == OID.bytea else { throw DecodingFailure("type \(oid) where bytea is expected") }
    bytes = Array(cell)
  }
}

/// A JSON document as its UTF-8 text, stored as `jsonb`.
package struct JSONB: SQLValue, SQLDecodable {
  package let text: [UInt8]

  package init(_ text: [UInt8]) { self.text = text }

  package static var oid: UInt32 { OID.jsonb }
  package func encode(into bytes: inout [UInt8]) {
    bytes.append(1)
    bytes.append(contentsOf: text)
  }

  package init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws {
    let cell = try requireCell(cell, JSONB.self)
    switch oid {
    case OID.jsonb: text = Array(cell.dropFirst())
    case OID.json: text = Array(cell)
    default: throw DecodingFailure("type \(oid) where jsonb is expected")
    }
  }
}
