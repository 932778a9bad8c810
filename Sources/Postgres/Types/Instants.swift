package import Foundation

/// Microseconds from the Unix epoch to PostgreSQL's own, 2000-01-01 00:00 UTC.
private let postgresEpoch: Int64 = 946_684_800_000_000
/// Microseconds from the Unix epoch to Foundation's, 2001-01-01 00:00 UTC.
private let foundationEpoch: Int64 = 978_307_200_000_000

extension Date: SQLValue, SQLDecodable {
  /// Microseconds since 1970-01-01 00:00 UTC, the precision that PostgreSQL keeps: exact from 1865 to 2137;
  /// Int64's extremes for what no calendar reaches.
  package var microseconds: Int64 {
    // Whole seconds apart from their fraction: their product in one would no longer be exact.
    let seconds = timeIntervalSinceReferenceDate.rounded(.down)
    let fraction = ((timeIntervalSinceReferenceDate - seconds) * 1_000_000).rounded()
    guard abs(seconds) < 9e12 else { return seconds < 0 ? .min : .max }
    return Int64(seconds) * 1_000_000 + Int64(fraction) + foundationEpoch
  }

  package init(microseconds: Int64) {
    let microseconds = max(microseconds, .min + foundationEpoch) - foundationEpoch
    self.init(timeIntervalSinceReferenceDate: Double(microseconds) / 1_000_000)
  }

  package static var oid: UInt32 { OID.timestamptz }
  package func encode(into bytes: inout [UInt8]) {
    let value =
      switch microseconds {
      // Beside the extremes, which would mean infinity: the server refuses it.
      case .max: Int64.max - 1
      case .min: Int64.min + 1
      case let finite: finite - postgresEpoch
      }
    value.appendBigEndian(to: &bytes)
  }

  package init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws {
    let cell = try requireCell(cell, Date.self)
    guard oid == OID.timestamptz, cell.count == 8 else {
      throw DecodingFailure("type \(oid) where timestamptz is expected")
    }
    let value = Int64(bigEndianCell: cell)
    // The extremes mean infinity, which is no instant.
    guard value != .max, value != .min else { throw DecodingFailure("infinity where an instant is expected") }
    // From one epoch to the other without a third between them, which year 294,276 would overflow.
    let microseconds = value - (foundationEpoch - postgresEpoch)
    self.init(timeIntervalSinceReferenceDate: Double(microseconds) / 1_000_000)
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
    Int32(clamping: Int64(daysSince1970) - Int64(Self.postgresEpoch)).appendBigEndian(to: &bytes)
  }

  package init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws {
    let cell = try requireCell(cell, DayNumber.self)
    guard oid == OID.date, cell.count == 4 else {
      throw DecodingFailure("type \(oid) where date is expected")
    }
    let (value, overflow) = Int32(bigEndianCell: cell).addingReportingOverflow(Self.postgresEpoch)
    guard !overflow, value > .min + Self.postgresEpoch else {
      throw DecodingFailure("infinity where a day is expected")
    }
    daysSince1970 = value
  }
}
