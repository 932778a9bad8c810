import Testing

@testable import Postgres

@Suite(.onServer) struct DayTests {
  @Test(
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (10_957, "2000-01-01"), (19_782, "2024-02-29"),
      (-719_162, "0001-01-01"), (2_932_896, "9999-12-31"),
    ] as [(Int32, String)])
  func isTheServersDay(_ number: Int32, _ text: String) async throws {
    let connection = try await TestServer.connect()
    let day = DayNumber(daysSince1970: number)
    let row = try await connection.run("SELECT \(day)::text, \(text)::text::date")
      .first(as: (String, DayNumber).self)
    let read = try #require(row)
    #expect(read.0 == text)
    #expect(read.1.daysSince1970 == number)
  }

  @Test(arguments: ["SELECT 'infinity'::date", "SELECT '-infinity'::date"] as [SQL])
  func infinityIsNoDay(_ statement: SQL) async throws {
    let connection = try await TestServer.connect()
    await #expect(throws: DecodingFailure.self) { try await connection.value(DayNumber.self, statement) }
  }

  @Test func numbersBeyondAllDaysAreTheServersError() async throws {
    let connection = try await TestServer.connect()
    let error = await #expect(throws: PostgresError.self) {
      try await connection.run("SELECT \(DayNumber(daysSince1970: .max - 1))")
    }
    #expect(error?.sqlState == "22008")
  }
}
