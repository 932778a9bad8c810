import Testing

@testable import Postgres

private struct Refusal: Error {}

@Suite(.onServer) struct TransactionTests {
  private func connection() async throws -> Connection {
    let connection = try await TestServer.connect()
    _ = try await connection.run("CREATE TEMP TABLE kept (n int8 PRIMARY KEY)")
    return connection
  }

  private func kept(_ connection: Connection) async throws -> [Int64] {
    try await connection.run("SELECT n FROM kept ORDER BY n").rows(as: Int64.self)
  }

  @Test func isCommittedAtTheEnd() async throws {
    let connection = try await connection()
    let answer = try await connection.transaction { transaction in
      _ = try await transaction.query("INSERT INTO kept VALUES (1)")
      let results = try await transaction.pipeline([
        "INSERT INTO kept VALUES (2)", "SELECT count(*) FROM kept",
      ])
      #expect(results.count == 2)
      return try results[1].rows(as: Int.self)
    }
    #expect(answer == [2])
    #expect(try await kept(connection) == [1, 2])
    #expect(connection.isReusable)
  }

  @Test func isRolledBackByAnErrorOfTheBody() async throws {
    let connection = try await connection()
    await #expect(throws: Refusal.self) {
      try await connection.transaction { transaction in
        _ = try await transaction.query("INSERT INTO kept VALUES (1)")
        throw Refusal()
      }
    }
    #expect(try await kept(connection).isEmpty)
    #expect(connection.isReusable)
  }

  @Test func isRolledBackByAnErrorOfTheServer() async throws {
    let connection = try await connection()
    let error = await #expect(throws: PostgresError.self) {
      try await connection.transaction { transaction in
        _ = try await transaction.query("INSERT INTO kept VALUES (1)")
        _ = try await transaction.query("INSERT INTO kept VALUES (1)")
      }
    }
    #expect(error?.sqlState == SQLState.uniqueViolation)
    #expect(try await kept(connection).isEmpty)
    #expect(connection.isReusable)
  }

  @Test func enqueuedStatementsGoWithTheNextBatchOrWithCommit() async throws {
    let connection = try await connection()
    try await connection.transaction { transaction in
      transaction.enqueue("INSERT INTO kept VALUES (1)")
      let seen = try await transaction.query("SELECT n FROM kept").rows(as: Int64.self)
      #expect(seen == [1])
      transaction.enqueue("INSERT INTO kept VALUES (2)")
      transaction.enqueue("INSERT INTO kept VALUES (3)")
    }
    #expect(try await kept(connection) == [1, 2, 3])
  }

  @Test func aTransactionOfEnqueuedStatementsAlone() async throws {
    let connection = try await connection()
    try await connection.transaction { $0.enqueue("INSERT INTO kept VALUES (1)") }
    #expect(try await kept(connection) == [1])
  }

  @Test func anEnqueuedErrorShowsAtCommitAndUndoesAll() async throws {
    let connection = try await connection()
    let error = await #expect(throws: PostgresError.self) {
      try await connection.transaction { transaction in
        _ = try await transaction.query("INSERT INTO kept VALUES (1)")
        transaction.enqueue("INSERT INTO kept VALUES (1)")
      }
    }
    #expect(error?.sqlState == SQLState.uniqueViolation)
    #expect(try await kept(connection).isEmpty)
    #expect(connection.isReusable)
  }

  @Test func nothingAskedIsNothingSent() async throws {
    let connection = try await connection()
    #expect(try await connection.transaction { _ in 7 } == 7)
    #expect(connection.isReusable)
  }

  @Test func aFailedConstraintAtCommitIsAnError() async throws {
    let connection = try await connection()
    _ = try await connection.run(
      "CREATE TEMP TABLE child (n int8 REFERENCES kept DEFERRABLE INITIALLY DEFERRED)")
    let error = await #expect(throws: PostgresError.self) {
      try await connection.transaction { _ = try await $0.query("INSERT INTO child VALUES (9)") }
    }
    #expect(error?.sqlState == SQLState.foreignKeyViolation)
    #expect(connection.isReusable)
  }
}
