extension FixedWidthInteger {
  func appendBigEndian(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: bigEndian) { bytes.append(contentsOf: $0) }
  }

  init(bigEndianCell cell: UnsafeRawBufferPointer) {
    self = Self(bigEndian: cell.loadUnaligned(as: Self.self))
  }
}

func decodeInteger(_ cell: UnsafeRawBufferPointer?, oid: UInt32, _ type: Any.Type) throws -> Int64 {
  let cell = try requireCell(cell, type)
  switch (oid, cell.count) {
  case (OID.int8, 8): return Int64(bigEndianCell: cell)
  case (OID.int4, 4): return Int64(Int32(bigEndianCell: cell))
  case (OID.int2, 2): return Int64(Int16(bigEndianCell: cell))
  case (OID.oid, 4): return Int64(UInt32(bigEndianCell: cell))
  default: throw DecodingFailure("type \(oid) of \(cell.count) bytes where \(type) is expected")
  }
}

extension Int64: SQLValue, SQLDecodable {
  package static var oid: UInt32 { OID.int8 }
  package func encode(into bytes: inout [UInt8]) { appendBigEndian(to: &bytes) }
  package init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws {
    self = try decodeInteger(cell, oid: oid, Int64.self)
  }
}

extension Int: SQLValue, SQLDecodable {
  package static var oid: UInt32 { OID.int8 }
  package func encode(into bytes: inout [UInt8]) { Int64(self).appendBigEndian(to: &bytes) }
  package init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws {
    self = Int(try decodeInteger(cell, oid: oid, Int.self))
  }
}

extension Int32: SQLValue, SQLDecodable {
  package static var oid: UInt32 { OID.int4 }
  package func encode(into bytes: inout [UInt8]) { appendBigEndian(to: &bytes) }
  package init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws {
    guard let value = Int32(exactly: try decodeInteger(cell, oid: oid, Int32.self)) else {
      throw DecodingFailure("an integer beyond Int32")
    }
    self = value
  }
}

extension Int16: SQLValue, SQLDecodable {
  package static var oid: UInt32 { OID.int2 }
  package func encode(into bytes: inout [UInt8]) { appendBigEndian(to: &bytes) }
  package init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws {
    guard let value = Int16(exactly: try decodeInteger(cell, oid: oid, Int16.self)) else {
      throw DecodingFailure("an integer beyond Int16")
    }
    self = value
  }
}

extension Bool: SQLValue, SQLDecodable {
  package static var oid: UInt32 { OID.bool }
  package func encode(into bytes: inout [UInt8]) { bytes.append(self ? 1 : 0) }
  package init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws {
    let cell = try requireCell(cell, Bool.self)
    guard oid == OID.bool, cell.count == 1 else {
      throw DecodingFailure("type \(oid) where Bool is expected")
    }
    self = cell[0] != 0
  }
}
