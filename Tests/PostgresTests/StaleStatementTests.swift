import Testing

@testable import Postgres

/// What a migration under living connections does to their prepared statements.
@Suite(.onServer) struct StaleStatementTests {
  @Test func aReadIsRepeatedWhereTheResultTypeChanged() async throws {
    let connection = try await TestServer.connect()
    let statement: SQL = "SELECT * FROM changing"
    _ = try await connection.exchange([
      "CREATE TEMP TABLE changing (a int8)", "INSERT INTO changing VALUES (1)",
    ])
    let before = try await connection.read([statement])[0].first(as: Int64.self)
    #expect(before == Int64(1))
    _ = try await connection.run("ALTER TABLE changing ADD COLUMN b text DEFAULT 'new'")
    let row = try await connection.read([statement])[0].first(as: (Int64, String).self)
    #expect(try #require(row) == (1, "new"))
  }

  @Test func aReadIsRepeatedWhereTheServerForgot() async throws {
    let connection = try await TestServer.connect()
    _ = try await connection.read(["SELECT 1"])
    try await connection.execute(script: "DEALLOCATE ALL")
    #expect(try await connection.read(["SELECT 1"])[0].count == 1)
  }

  @Test func aTransactionFailsOnceAndThenWorks() async throws {
    let connection = try await TestServer.connect()
    _ = try await connection.exchange([
      "CREATE TEMP TABLE changing (a int8)", "INSERT INTO changing VALUES (1)",
    ])
    _ = try await connection.run("SELECT * FROM changing")
    _ = try await connection.run("ALTER TABLE changing ADD COLUMN b text")
    let error = await #expect(throws: PostgresError.self) {
      try await connection.transaction { _ = try await $0.query("SELECT * FROM changing") }
    }
    #expect(error?.sqlState == SQLState.featureNotSupported)
    #expect(connection.isReusable)
    let count = try await connection.transaction { try await $0.query("SELECT * FROM changing").count }
    #expect(count == 1)
  }

  @Test func aTransactionThatFailsWithAFullMemoryIsRolledBack() async throws {
    let connection = try await TestServer.connect()
    for number in 0...PreparedStatements.limit {
      let spaces = SQL(joining: [SQL](repeating: " ", count: number), separator: "")
      _ = try await connection.run("SELECT 1" + spaces)
    }
    await #expect(throws: PostgresError.self) {
      try await connection.transaction { _ = try await $0.query("SELECT 1 / 0") }
    }
    #expect(connection.isReusable)
    #expect(try await connection.value(Int.self, "SELECT 2") == 2)
  }
}
