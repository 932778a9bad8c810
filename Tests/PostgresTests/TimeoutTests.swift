import Testing

@testable import Postgres

@Suite(.onServer) struct TimeoutTests {
  @Test func theRolesLimitIsATimeoutAndTheConnectionLives() async throws {
    let connection = try await TestServer.connect(TestServer.target(settings: ["statement_timeout": "50ms"]))
    let error = await #expect(throws: PostgresError.self) { try await connection.run("SELECT pg_sleep(60)") }
    #expect(error?.kind == .timeout)
    #expect(error?.sqlState == SQLState.queryCanceled)
    #expect(error?.isTransient == true)
    #expect(connection.isReusable)
    #expect(try await connection.value(Int.self, "SELECT 1") == 1)
  }

  @Test func aTimeoutInATransactionRollsItBack() async throws {
    let connection = try await TestServer.connect()
    _ = try await connection.run("CREATE TEMP TABLE kept (n int8)")
    await #expect(throws: PostgresError.self) {
      try await connection.transaction { transaction in
        _ = try await transaction.query("INSERT INTO kept VALUES (1)")
        // Here alone, so that a busy machine stops nothing else.
        _ = try await transaction.query("SELECT set_config('statement_timeout', '50ms', true)")
        _ = try await transaction.query("SELECT pg_sleep(60)")
      }
    }
    #expect(connection.isReusable)
    #expect(try await connection.value(Int.self, "SELECT count(*) FROM kept") == 0)
  }

  @Test func waitingForALockHasItsOwnCode() async throws {
    try await TestServer.withSchema("CREATE TABLE held (n int8)", settings: ["lock_timeout": "50ms"]) {
      target in
      let (holder, waiter) = (try await TestServer.connect(target), try await TestServer.connect(target))
      try await holder.transaction { transaction in
        _ = try await transaction.query("LOCK TABLE held")
        let error = await #expect(throws: PostgresError.self) { try await waiter.run("SELECT n FROM held") }
        #expect(error?.sqlState == SQLState.lockNotAvailable)
      }
      #expect(waiter.isReusable)
    }
  }

  @Test func aServerThatSaysNothingIsGivenUp() async throws {
    let connection = try await TestServer.connect(patience: .milliseconds(100))
    let error = await #expect(throws: PostgresError.self) { try await connection.run("SELECT pg_sleep(3)") }
    #expect(error?.kind == .timeout)
    #expect(error?.sqlState == "")
    #expect(!connection.isReusable)
    let afterwards = await #expect(throws: PostgresError.self) { try await connection.run("SELECT 1") }
    #expect(afterwards?.kind == .connectionLost)
  }
}
