import Foundation
import Testing

@testable import Postgres

@Suite(.onServer) struct InstantTests {
  /// 1900-01-01, the epochs and their neighbours, a leap second's place, 2038, 2100-12-31, 2137.
  static let microseconds: [Int64] = [
    -2_208_988_800_000_000, -1, 0, 1, 946_684_799_999_999, 946_684_800_000_000, 978_307_199_999_999,
    978_307_200_000_001, 1_483_228_799_999_999, 1_700_000_000_123_457, 2_147_483_648_000_001,
    4_133_980_799_999_999, 5_270_000_000_000_001,
  ]

  @Test(arguments: microseconds)
  func theServerSeesEveryMicrosecond(_ microseconds: Int64) async throws {
    let connection = try await TestServer.connect()
    let instant = Date(microseconds: microseconds)
    let row = try #require(
      try await connection.run("SELECT (extract(epoch FROM \(instant)) * 1000000)::int8, \(instant)")
        .first(as: (Int64, Date).self))
    #expect(row.0 == microseconds)
    #expect(row.1 == instant)
    #expect(row.1.microseconds == microseconds)
  }

  @Test func noMicrosecondIsLostOnTheWay() {
    for _ in 0..<200_000 {
      let microseconds = Int64.random(in: -3_300_000_000_000_000...5_270_000_000_000_000)
      #expect(Date(microseconds: microseconds).microseconds == microseconds)
    }
  }

  @Test func finerTimesAreRoundedToTheMicrosecond() {
    #expect(Date(timeIntervalSinceReferenceDate: 0.000_000_6).microseconds == 978_307_200_000_001)
    #expect(Date(timeIntervalSinceReferenceDate: -0.000_000_6).microseconds == 978_307_199_999_999)
    #expect(Date(timeIntervalSinceReferenceDate: 0.999_999_9).microseconds == 978_307_201_000_000)
  }

  @Test func textAndZoneAreTheServersOwnBusiness() async throws {
    let connection = try await TestServer.connect(TestServer.target(settings: ["timezone": "Asia/Makassar"]))
    let instant = try await connection.value(Date.self, "SELECT timestamptz '2026-08-17 10:00:00.000001+08'")
    #expect(instant.microseconds == 1_786_932_000_000_001)
  }

  @Test(arguments: [Date.distantPast, .distantFuture])
  func whatFoundationCallsDistantIsStillAnInstant(_ instant: Date) async throws {
    let connection = try await TestServer.connect()
    #expect(try await connection.value(Date.self, "SELECT \(instant)") == instant)
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan, 1e300])
  func beyondTheCalendarTheServerRefuses(_ seconds: Double) async throws {
    let connection = try await TestServer.connect()
    let error = await #expect(throws: PostgresError.self) {
      try await connection.run("SELECT \(Date(timeIntervalSinceReferenceDate: seconds))")
    }
    #expect(error?.sqlState == "22008")
  }

  @Test(arguments: ["SELECT '294276-12-31 23:59:59Z'", "SELECT '4713-01-01 00:00:00Z BC'"] as [SQL])
  func theEndsOfTheServersCalendarAreRead(_ statement: SQL) async throws {
    let connection = try await TestServer.connect()
    let year =
      try await connection.value(Date.self, statement + "::timestamptz").timeIntervalSince1970 / 31_556_952
    #expect(abs(year) > 6000)
  }

  @Test(arguments: ["SELECT 'infinity'::timestamptz", "SELECT '-infinity'::timestamptz"] as [SQL])
  func infinityIsNoInstant(_ statement: SQL) async throws {
    let connection = try await TestServer.connect()
    await #expect(throws: DecodingFailure.self) { try await connection.value(Date.self, statement) }
  }
}
