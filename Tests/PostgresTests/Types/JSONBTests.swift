import Testing

@testable import Postgres

@Suite(.onServer) struct JSONBTests {
  @Test func isStoredAsJSONB() async throws {
    let connection = try await TestServer.connect()
    let document = JSONB(Array(#"{"b":[1,2],"a":"\u00e9'\"\\"}"#.utf8))
    let row = try await connection.run(
      "SELECT pg_typeof(\(document))::text, \(document)->>'a', \(document)->'b'->>1, \(document)"
    ).first(as: (String, String, String, JSONB).self)
    let read = try #require(row)
    #expect(read.0 == "jsonb")
    #expect(read.1 == "é'\"\\")
    #expect(read.2 == "2")
    #expect(String(decoding: read.3.text, as: UTF8.self) == #"{"a": "é'\"\\", "b": [1, 2]}"#)
  }

  @Test func brokenJSONIsTheServersError() async throws {
    let connection = try await TestServer.connect()
    let error = await #expect(throws: PostgresError.self) {
      try await connection.run("SELECT \(JSONB(Array("{".utf8)))")
    }
    #expect(error?.sqlState == "22P02")
  }

  @Test func plainJSONIsReadToo() async throws {
    let connection = try await TestServer.connect()
    #expect(try await connection.value(JSONB.self, "SELECT '[1]'::json").text == Array("[1]".utf8))
  }
}
