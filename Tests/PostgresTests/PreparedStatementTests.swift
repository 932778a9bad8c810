import Testing

@testable import Postgres

@Suite(.onServer) struct PreparedStatementTests {
  private func name(_ number: Int) -> PreparedStatements.Name {
    PreparedStatements.Name(text: Array("SELECT \(number)".utf8), types: [])
  }

  @Test func theLongestUnusedGoesFirst() {
    var prepared = PreparedStatements()
    for number in 0..<3 { prepared.insert(name(number)) }
    let used = prepared.use(name(0))
    #expect(used)
    #expect(prepared.removeOldest() == name(1))
    #expect(prepared.removeOldest() == name(2))
    #expect(prepared.removeOldest() == name(0))
    #expect(prepared.removeOldest() == nil)
  }

  @Test func theNameKnowsTextAndTypes() {
    let text = Array("SELECT $1".utf8)
    let names = [
      PreparedStatements.Name(text: text, types: [OID.int8]),
      PreparedStatements.Name(text: text, types: [OID.text]),
      PreparedStatements.Name(text: Array("SELECT $2".utf8), types: [OID.int8]),
    ]
    #expect(Set(names).count == 3)
    #expect(names[0] == PreparedStatements.Name(text: text, types: [OID.int8]))
  }

  @Test func oneTextIsPreparedOnce() async throws {
    let connection = try await TestServer.connect()
    for number in 0..<50 { _ = try await connection.run("SELECT \(Int64(number))") }
    _ = try await connection.exchange(["SELECT \(Int64(1))", "SELECT \(Int64(2))"])
    #expect(try await prepared(connection, like: "SELECT $1") == 1)
  }

  @Test func oneTextWithOtherTypesIsAnotherStatement() async throws {
    let connection = try await TestServer.connect()
    for _ in 0..<3 {
      #expect(try await connection.value(Int64.self, "SELECT \(Int64(0x4142_4344_4546_4748))") != 0)
      #expect(try await connection.value(String.self, "SELECT \("ABCDEFGH")") == "ABCDEFGH")
      #expect(try await connection.value(Int32.self, "SELECT \(Int32(5))") == 5)
    }
    #expect(try await prepared(connection, like: "SELECT $1") == 3)
  }

  @Test func neverMoreThanTheLimit() async throws {
    let connection = try await TestServer.connect()
    let hot: SQL = "SELECT 'hot'"
    for number in 0..<300 {
      _ = try await connection.run(Self.statement(number))
      _ = try await connection.run(hot)
    }
    #expect(try await prepared(connection, like: "%") <= PreparedStatements.limit)
    #expect(try await prepared(connection, like: "SELECT 'hot'") == 1)
    for number in 0..<300 {
      #expect(try await connection.value(Int64.self, Self.statement(number)) == Int64(number))
    }
  }

  @Test func aBatchMayHoldMoreTextsThanTheLimit() async throws {
    let connection = try await TestServer.connect()
    for _ in 0..<2 {
      let results = try await connection.exchange((0..<250).map(Self.statement))
      #expect(try results.map { try $0.first(as: Int64.self) } == (0..<250).map(Int64.init))
    }
    _ = try await connection.run("SELECT 'one more'")
  }

  /// A statement whose text differs by as many spaces as its number.
  private static func statement(_ number: Int) -> SQL {
    "SELECT \(Int64(number))" + SQL(joining: [SQL](repeating: " ", count: number + 1), separator: "")
  }

  private func prepared(_ connection: Connection, like pattern: String) async throws -> Int {
    try await connection.value(
      Int.self,
      """
      SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE \(pattern)
        AND statement NOT LIKE '%pg_prepared_statements%'
      """)
  }
}
