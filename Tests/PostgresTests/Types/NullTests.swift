import Foundation
import Testing

@testable import Postgres

@Suite(.onServer) struct NullTests {
  @Test func absentValuesAreBoundAsNull() async throws {
    let connection = try await TestServer.connect()
    let areNull = try await connection.value(
      Bool.self,
      """
      SELECT \(Int64?.none) IS NULL AND \(String?.none) IS NULL AND \(UUID?.none) IS NULL
        AND \(Date?.none) IS NULL AND \(Bool?.none) IS NULL AND \([UInt8]?.none) IS NULL
        AND \(JSONB?.none) IS NULL AND \(SQLArray<String>?.none) IS NULL AND \(DayNumber?.none) IS NULL
      """
    )
    #expect(areNull)
  }

  @Test func presentOptionalsAreBoundAsTheirValue() async throws {
    let connection = try await TestServer.connect()
    let given: String? = "ada"
    #expect(try await connection.value(String.self, "SELECT \(given)") == "ada")
  }

  @Test func nullIsReadAsNil() async throws {
    let connection = try await TestServer.connect()
    let row = try await connection.run("SELECT NULL::int8, NULL::text, 5::int8")
      .first(as: (Int64?, String?, Int64?).self)
    #expect(try #require(row) == (nil, nil, 5))
  }

  @Test func nullWhereAValueIsExpectedNamesTheColumn() async throws {
    let connection = try await TestServer.connect()
    let result = try await connection.run("SELECT 1::int8 AS id, NULL::text AS name")
    let failure = #expect(throws: DecodingFailure.self) { try result.rows(as: (Int64, String).self) }
    #expect(failure?.description == "column name: NULL where String is expected")
  }

  @Test func emptyIsNotNull() async throws {
    let connection = try await TestServer.connect()
    let row = try await connection.run("SELECT \("") = '' AND \("") IS NOT NULL, octet_length(\([UInt8]()))")
      .first(as: (Bool, Int).self)
    #expect(try #require(row) == (true, 0))
  }
}
