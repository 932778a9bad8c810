package import Foundation

extension UUID: SQLValue, SQLDecodable {
  package static var oid: UInt32 { OID.uuid }
  package func encode(into bytes: inout [UInt8]) {
    withUnsafeBytes(of: uuid) { bytes.append(contentsOf: $0) }
  }

  package init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws {
    let cell = try requireCell(cell, UUID.self)
    guard oid == OID.uuid, cell.count == 16 else {
      throw DecodingFailure("type \(oid) where uuid is expected")
    }
    self.init(uuid: cell.loadUnaligned(as: uuid_t.self))
  }

  /// A UUID of version 7 (RFC 9562): milliseconds of `instant`, then 74 random bits.
  package static func version7(at instant: Date) -> UUID {
    let milliseconds = UInt64(max(0, instant.microseconds / 1000))
    var random = SystemRandomNumberGenerator()
    let high = (milliseconds << 16) | 0x7000 | (random.next() & 0x0FFF)
    let low = 0x8000_0000_0000_0000 | (random.next() & 0x3FFF_FFFF_FFFF_FFFF)
    var bytes: [UInt8] = []
    high.appendBigEndian(to: &bytes)
    low.appendBigEndian(to: &bytes)
    return bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }

  /// Lower-case text, as JSON and URLs carry it.
  package var lowercased: String { uuidString.lowercased() }
}
