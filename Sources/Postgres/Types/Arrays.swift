package import Foundation

/// A one-dimensional array bound as one parameter.
package struct SQLArray<Element: SQLArrayElement>: SQLValue {
  package let elements: [Element]

  package init(_ elements: [Element]) { self.elements = elements }

  package static var oid: UInt32 { Element.arrayOID }

  package func encode(into bytes: inout [UInt8]) {
    Int32(elements.isEmpty ? 0 : 1).appendBigEndian(to: &bytes)
    Int32(0).appendBigEndian(to: &bytes)
    Element.oid.appendBigEndian(to: &bytes)
    if elements.isEmpty { return }
    Int32(elements.count).appendBigEndian(to: &bytes)
    Int32(1).appendBigEndian(to: &bytes)
    for element in elements {
      var item: [UInt8] = []
      element.encode(into: &item)
      Int32(item.count).appendBigEndian(to: &bytes)
      bytes += item
    }
  }
}

/// A type that PostgreSQL arrays of this service hold.
package protocol SQLArrayElement: SQLValue, SQLDecodable {
  static var arrayOID: UInt32 { get }
}

extension String: SQLArrayElement { package static var arrayOID: UInt32 { OID.textArray } }
extension UUID: SQLArrayElement { package static var arrayOID: UInt32 { OID.uuidArray } }
extension Int64: SQLArrayElement { package static var arrayOID: UInt32 { OID.int8Array } }

extension SQLArray: SQLDecodable {
  package init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws {
    let cell = try requireCell(cell, Self.self)
    guard oid == Element.arrayOID, cell.count >= 12 else {
      throw DecodingFailure("type \(oid) where an array is expected")
    }
    var reader = ArrayReader(bytes: cell)
    let dimensions = try reader.integer()
    _ = try reader.integer()
    let element = UInt32(bitPattern: try reader.integer())
    guard dimensions > 0 else {
      self.init([])
      return
    }
    guard dimensions == 1 else { throw DecodingFailure("an array of \(dimensions) dimensions") }
    let count = try reader.integer()
    _ = try reader.integer()
    var elements: [Element] = []
    for _ in 0..<max(0, count) {
      let length = try reader.integer()
      elements.append(try Element(cell: length < 0 ? nil : reader.take(Int(length)), oid: element))
    }
    self.init(elements)
  }
}

private struct ArrayReader {
  var bytes: UnsafeRawBufferPointer
  var offset = 0

  mutating func take(_ count: Int) throws -> UnsafeRawBufferPointer {
    guard count >= 0, offset + count <= bytes.count else { throw DecodingFailure("a broken array") }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }

  mutating func integer() throws -> Int32 { Int32(bigEndianCell: try take(4)) }
}
