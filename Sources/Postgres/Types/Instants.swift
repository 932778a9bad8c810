package import Foundation

/// Microseconds from the Unix epoch to PostgreSQL's own, 2000-01-01 00:00 UTC.
private let postgresEpoch: Int64 = 946_684_800_000_000

extension Date: SQLValue, SQLDecodable {
  /// Microseconds since 1970-01-01 00:00 UTC, the precision that PostgreSQL keeps.
  package var microseconds: Int64 {
    Int64((timeIntervalSince1970 * 1_000_000).rounded())
  }

  package init(microseconds: Int64) {
    self.init(timeIntervalSince1970: Double(microseconds) / 1_000_000)
  }

  package static var oid: UInt32 { OID.timestamptz }
  package func encode(into bytes: inout [UInt8]) {
    (microseconds - postgresEpoch).appendBigEndian(to: &bytes)
  }

  package init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws {
    let cell = try requireCell(cell, Date.self)
    guard oid == OID.timestamptz, cell.count == 8 else {
      throw DecodingFailure("type \(oid) where timestamptz is expected")
    }
    self.init(microseconds: Int64(bigEndianCell: cell) + postgresEpoch)
  }
}

/// A calendar day as days since 1970-01-01, stored as `date`.
package struct DayNumber: SQLValue, SQLDecodable {
  /// Days from 1970-01-01 to PostgreSQL's own epoch.
  private static let postgresEpoch: Int32 = 10_957

  package let daysSince1970: Int32

  package init(daysSince1970: Int32) { self.daysSince1970 = daysSince1970 }

  package static var oid: UInt32 { OID.date }
  package func encode(into bytes: inout [UInt8]) {
    (daysSince1970 - Self.postgresEpoch).appendBigEndian(to: &bytes)
  }

  package init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws {
    let cell = try requireCell(cell, DayNumber.self)
    guard oid == OID.date, cell.count == 4 else { throw DecodingFailure("type \(oid) where date is expected") }
    daysSince1970 = Int32(bigEndianCell: cell) + Self.postgresEpoch
  }
}
