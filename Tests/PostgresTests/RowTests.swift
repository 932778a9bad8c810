import Foundation
import Testing

@testable import Postgres

private struct Person: RowDecodable, Equatable {
  let id: Int64
  let name: String
  let nickname: String?

  init(id: Int64, name: String, nickname: String?) {
    self.id = id
    self.name = name
    self.nickname = nickname
  }

  init(row: inout Row) throws {
    id = try row.next()
    name = try row.next()
    nickname = try row.next()
  }
}

@Suite(.onServer) struct RowTests {
  @Test func tuplesInOrder() async throws {
    let connection = try await TestServer.connect()
    let result = try await connection.run("SELECT n, 'row ' || n FROM generate_series(1, 1000) AS n")
    #expect(result.count == 1000)
    let rows = try result.rows(as: (Int, String).self)
    #expect(rows.map(\.0) == Array(1...1000))
    #expect(rows[999].1 == "row 1000")
  }

  @Test func oneColumnIsATupleOfOne() async throws {
    let connection = try await TestServer.connect()
    #expect(try await connection.run("SELECT generate_series(1, 3)").rows(as: Int.self) == [1, 2, 3])
  }

  @Test func valuesThatReadThemselves() async throws {
    let connection = try await TestServer.connect()
    let result = try await connection.run("VALUES (1::int8, 'Ada', NULL), (2, 'Grace', 'Amazing')")
    #expect(
      try result.rows(Person.self) == [
        Person(id: 1, name: "Ada", nickname: nil), Person(id: 2, name: "Grace", nickname: "Amazing"),
      ])
    #expect(try result.first(Person.self)?.name == "Ada")
  }

  @Test func noRowsAreNone() async throws {
    let connection = try await TestServer.connect()
    let result = try await connection.run("SELECT 1::int8 WHERE false")
    #expect(result.count == 0)
    #expect(try result.rows(as: Int64.self).isEmpty)
    #expect(try result.first(as: Int64.self) == nil)
    #expect(try result.first(Person.self) == nil)
  }

  @Test func tooFewAndTooManyColumnsAreRefused() async throws {
    let connection = try await TestServer.connect()
    let result = try await connection.run("SELECT 1::int8, 'a'")
    let missed = #expect(throws: DecodingFailure.self) { try result.rows(as: Int64.self) }
    #expect(missed?.description == "2 columns came back, 1 were read")
    let missing = #expect(throws: DecodingFailure.self) {
      try result.rows(as: (Int64, String, String).self)
    }
    #expect(missing?.description == "2 columns came back, more were read")
  }

  @Test func failuresNameTheColumnButNotItsValue() async throws {
    let connection = try await TestServer.connect()
    let result = try await connection.run("SELECT '3171234567890001'::text AS nik")
    let failure = #expect(throws: DecodingFailure.self) { try result.first(as: UUID.self) }
    #expect(failure?.description == "column nik: type 25 where uuid is expected")
  }

  @Test func affectedRowsAreCounted() async throws {
    let connection = try await TestServer.connect()
    let results = try await connection.exchange([
      "CREATE TEMP TABLE counted (n int)", "INSERT INTO counted SELECT generate_series(1, 7)",
      "UPDATE counted SET n = 0 WHERE n > 2", "DELETE FROM counted WHERE n = 99",
    ])
    #expect(results.map(\.affected) == [0, 7, 5, 0])
  }

  @Test func aResultOutlivesItsConnection() async throws {
    var connection: Connection? = try await TestServer.connect()
    let result = try #require(try await connection?.run("SELECT repeat('x', 100000)"))
    await connection?.close()
    connection = nil
    #expect(try result.first(as: String.self)?.count == 100_000)
  }
}
