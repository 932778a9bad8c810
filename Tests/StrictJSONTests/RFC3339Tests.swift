import Foundation
import Testing

@testable import StrictJSON

@Suite struct RFC3339Tests {
  @Test(arguments: [
    ("2027-03-01T08:00:00+07:00", "2027-03-01T01:00:00Z"), ("2027-03-01t01:00:00z", "2027-03-01T01:00:00Z"),
    ("2024-02-29T23:59:59.5Z", "2024-02-29T23:59:59.500000Z"),
    ("2027-12-31T23:30:00-01:00", "2028-01-01T00:30:00Z"),
    ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"),
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"), ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
    ("2027-03-01T01:00:00.1234567890123456789Z", "2027-03-01T01:00:00.123456Z"),
  ])
  func readsAndWrites(_ sent: String, _ utc: String) throws {
    let instant = try #require(RFC3339.instant(sent))
    #expect(RFC3339.text(instant) == utc)
  }

  @Test(arguments: [
    "", "2027-03-01", "2027-03-01 01:00:00Z", "2027-03-01T01:00:00", "2027-03-01T01:00Z",
    "2027-02-29T01:00:00Z",
    "2027-13-01T01:00:00Z", "2027-00-01T01:00:00Z", "2027-04-31T01:00:00Z", "2027-03-01T24:00:00Z",
    "2027-03-01T23:60:00Z", "2027-03-01T23:59:60Z", "2027-03-01T01:00:00.Z", "2027-03-01T01:00:00+7",
    "2027-03-01T01:00:00+24:00", "2027-03-01T01:00:00+07:60", "2027-03-01T01:00:00Zx",
    "2027-03-01T01:00:00+0700",
    "２０２７-03-01T01:00:00Z", "-027-03-01T01:00:00Z", "1900-02-29T00:00:00Z", "0000-01-01T00:00:00Z",
  ])
  func refuses(_ sent: String) { #expect(RFC3339.instant(sent) == nil) }

  @Test func daysRunOnWithoutAGap() {
    var last = CivilDay(daysSinceEpoch: -800_000)
    for number in Int64(-799_999)...800_000 where number % 97 != 0 || number.isMultiple(of: 2) {
      let day = CivilDay(daysSinceEpoch: number)
      guard day.daysSinceEpoch == number, day != last else {
        Issue.record("day \(number)")
        return
      }
      last = day
    }
  }
}
