import Testing

@testable import Postgres

/// A body that hides an error from its transaction must not be told that it was committed.
@Suite(.onServer) struct SwallowedErrorTests {
  @Test func commitThatRollsBackIsAnError() async throws {
    let connection = try await TestServer.connect()
    _ = try await connection.run("CREATE TEMP TABLE kept (n int8)")
    let error = await #expect(throws: PostgresError.self) {
      try await connection.transaction { transaction in
        _ = try await transaction.query("INSERT INTO kept VALUES (1)")
        _ = try? await transaction.query("SELECT 1 / 0")
      }
    }
    #expect(error?.sqlState == SQLState.failedTransaction)
    #expect(try await connection.value(Int.self, "SELECT count(*) FROM kept") == 0)
    #expect(connection.isReusable)
  }

  @Test func aSavepointSavesTheRest() async throws {
    let connection = try await TestServer.connect()
    _ = try await connection.run("CREATE TEMP TABLE kept (n int8)")
    try await connection.transaction { transaction in
      _ = try await transaction.query("INSERT INTO kept VALUES (1)")
      transaction.enqueue("SAVEPOINT before")
      _ = try? await transaction.query("SELECT 1 / 0")
      _ = try await transaction.query("ROLLBACK TO before")
    }
    #expect(try await connection.value(Int.self, "SELECT count(*) FROM kept") == 1)
  }

  @Test func nothingRunsOutsideTheTransactionThatNeverBegan() async throws {
    let connection = try await TestServer.connect()
    _ = try await connection.run("CREATE TEMP TABLE kept (n int8)")
    let task = Task {
      try await connection.transaction { transaction in
        while !Task.isCancelled { await Task.yield() }
        _ = try? await transaction.query("INSERT INTO kept VALUES (1)")
        transaction.enqueue("INSERT INTO kept VALUES (2)")
      }
    }
    task.cancel()
    await #expect(throws: PostgresError.self) { try await task.value }
    #expect(try await connection.value(Int.self, "SELECT count(*) FROM kept") == 0)
    #expect(connection.isReusable)
  }

  @Test func aBodyThatEndsTheTransactionItselfGetsNoFurther() async throws {
    let connection = try await TestServer.connect()
    _ = try await connection.run("CREATE TEMP TABLE kept (n int8)")
    await #expect(throws: PostgresError.self) {
      try await connection.transaction { transaction in
        _ = try await transaction.query("INSERT INTO kept VALUES (1)")
        _ = try await transaction.query("ROLLBACK")
        _ = try await transaction.query("INSERT INTO kept VALUES (2)")
      }
    }
    #expect(try await connection.value(Int.self, "SELECT count(*) FROM kept") == 0)
  }
}
