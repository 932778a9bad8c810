package import EOrderRules
import Postgres

extension Day: SQLValue, SQLDecodable {
  package static var oid: UInt32 { DayNumber.oid }

  package func encode(into bytes: inout [UInt8]) {
    DayNumber(daysSince1970: daysSinceEpoch).encode(into: &bytes)
  }

  package init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws {
    let number = try DayNumber(cell: cell, oid: oid)
    guard let day = Day(daysSinceEpoch: number.daysSince1970) else {
      throw DecodingFailure("a day outside the calendar")
    }
    self = day
  }
}

extension Rupiah: SQLValue, SQLDecodable {
  package static var oid: UInt32 { Int64.oid }
  package func encode(into bytes: inout [UInt8]) { amount.encode(into: &bytes) }
  package init(cell: UnsafeRawBufferPointer?, oid: UInt32) throws {
    self.init(try Int64(cell: cell, oid: oid))
  }
}
