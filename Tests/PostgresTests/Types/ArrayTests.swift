import Foundation
import Testing

@testable import Postgres

@Suite(.onServer) struct ArrayTests {
  @Test func textsComeBackInOrder() async throws {
    let connection = try await TestServer.connect()
    let texts = ["", "NULL", "{}", "a,b", "\"", "\\", "'", "ünï", "a b"]
    #expect(
      try await connection.value(SQLArray<String>.self, "SELECT \(SQLArray(texts))").elements == texts)
    #expect(
      try await connection.value(
        Bool.self,
        """
        SELECT \(SQLArray(texts)) = ARRAY['', 'NULL', '{}', 'a,b', '"', E'\\\\', '''', 'ünï', 'a b']
        """))
  }

  @Test func identifiersAndIntegersComeBack() async throws {
    let connection = try await TestServer.connect()
    let ids = (0..<100).map { _ in UUID() }
    let numbers = [Int64.min, -1, 0, .max]
    let row = try await connection.run("SELECT \(SQLArray(ids)), \(SQLArray(numbers))")
      .first(as: (SQLArray<UUID>, SQLArray<Int64>).self)
    let read = try #require(row)
    #expect(read.0.elements == ids)
    #expect(read.1.elements == numbers)
  }

  @Test func emptyIsAnArrayOfNothing() async throws {
    let connection = try await TestServer.connect()
    let none = SQLArray<String>([])
    let row = try await connection.run("SELECT cardinality(\(none)), \(none), '{}'::int8[]")
      .first(as: (Int, SQLArray<String>, SQLArray<Int64>).self)
    let read = try #require(row)
    #expect(read.0 == 0)
    #expect(read.1.elements.isEmpty)
    #expect(read.2.elements.isEmpty)
  }

  @Test func oneArrayStandsForThousandsOfParameters() async throws {
    let connection = try await TestServer.connect()
    let numbers = SQLArray((0..<100_000).map(Int64.init))
    #expect(
      try await connection.value(
        Int.self, "SELECT count(*) FROM generate_series(1, 10) AS n WHERE n = ANY (\(numbers))") == 10)
  }

  @Test func nullsAndMatricesAreRefused() async throws {
    let connection = try await TestServer.connect()
    for statement: SQL in ["SELECT ARRAY['a', NULL]", "SELECT ARRAY[['a'], ['b']]", "SELECT ARRAY[1::int8]"] {
      await #expect(throws: DecodingFailure.self) {
        try await connection.value(SQLArray<String>.self, statement)
      }
    }
  }
}
