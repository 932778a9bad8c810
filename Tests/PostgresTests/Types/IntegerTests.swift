import Testing

@testable import Postgres

@Suite(.onServer) struct IntegerTests {
  @Test func everyWidthIsReadByTheServerAsItsOwnType() async throws {
    let connection = try await TestServer.connect()
    let row = try #require(
      try await connection.run(
        """
        SELECT \(Int16.min)::text, \(Int32.min)::text, \(Int64.min)::text, \(Int.max)::text,
          pg_typeof(\(Int16(1)))::text, pg_typeof(\(Int32(1)))::text, pg_typeof(\(Int64(1)))::text
        """
      ).first(as: (String, String, String, String, String, String, String).self))
    #expect(row.0 == "-32768")
    #expect(row.1 == "-2147483648")
    #expect(row.2 == "-9223372036854775808")
    #expect(row.3 == "9223372036854775807")
    #expect(row.4 == "smallint")
    #expect(row.5 == "integer")
    #expect(row.6 == "bigint")
  }

  @Test(arguments: [Int64.min, -1, 0, 1, 0x0102_0304_0506_0708, .max])
  func comesBackAsItWent(_ value: Int64) async throws {
    let connection = try await TestServer.connect()
    #expect(try await connection.value(Int64.self, "SELECT \(value)") == value)
  }

  @Test func narrowColumnsFitWideIntegers() async throws {
    let connection = try await TestServer.connect()
    let row = try await connection.run("SELECT (-7)::int2, (-8)::int4, 4000000000::oid")
      .first(as: (Int, Int64, Int64).self)
    #expect(try #require(row) == (-7, -8, 4_000_000_000))
  }

  @Test func wideValuesDoNotFitNarrowIntegers() async throws {
    let connection = try await TestServer.connect()
    await #expect(throws: DecodingFailure.self) {
      try await connection.value(Int32.self, "SELECT 2147483648::int8")
    }
    await #expect(throws: DecodingFailure.self) {
      try await connection.value(Int16.self, "SELECT 32768::int4")
    }
  }

  @Test func anotherTypeIsRefused() async throws {
    let connection = try await TestServer.connect()
    await #expect(throws: DecodingFailure.self) { try await connection.value(Int.self, "SELECT '1'::text") }
    await #expect(throws: DecodingFailure.self) { try await connection.value(Int.self, "SELECT 1::float8") }
    await #expect(throws: DecodingFailure.self) { try await connection.value(Int.self, "SELECT true") }
  }

  @Test(arguments: [true, false])
  func truthComesBack(_ value: Bool) async throws {
    let connection = try await TestServer.connect()
    let row = try await connection.run("SELECT \(value), NOT \(value), \(value)::text")
      .first(as: (Bool, Bool, String).self)
    #expect(try #require(row) == (value, !value, "\(value)"))
  }
}
