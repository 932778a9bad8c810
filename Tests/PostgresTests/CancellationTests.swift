import Testing

@testable import Postgres

@Suite(.onServer, .timeLimit(.minutes(5))) struct CancellationTests {
  /// Waits until the backend is in the middle of a statement.
  private func untilRunning(_ backend: Int32, _ observer: Connection) async throws {
    try await eventually("the statement never began") {
      try await observer.value(
        Bool.self,
        """
        SELECT EXISTS (SELECT FROM pg_stat_activity WHERE pid = \(backend) AND state = 'active'
          AND query LIKE '%pg_sleep(60)%')
        """)
    }
  }

  @Test func aCancelledTaskCancelsItsStatement() async throws {
    let (connection, observer) = (try await TestServer.connect(), try await TestServer.connect())
    let backend = await connection.backend
    let task = Task { try await connection.run("SELECT pg_sleep(60)") }
    try await untilRunning(backend, observer)
    let start = ContinuousClock.now
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(ContinuousClock.now - start < .seconds(50))
    #expect(connection.isReusable)
    #expect(try await connection.value(Int.self, "SELECT 1") == 1)
  }

  @Test func aCancelledTaskSendsNothing() async throws {
    let connection = try await TestServer.connect()
    _ = try await connection.run("CREATE TEMP TABLE kept (n int8)")
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      _ = try await connection.run("INSERT INTO kept VALUES (1)")
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try await connection.value(Int.self, "SELECT count(*) FROM kept") == 0)
  }

  @Test func aWaitingStatementIsWithdrawnWithoutTouchingTheRunningOne() async throws {
    let connection = try await TestServer.connect()
    let running = Task { try await connection.value(Int.self, "SELECT 1 FROM pg_sleep(1)") }
    try await Task.sleep(for: .milliseconds(50))
    let waiting = Task { try await connection.run("SELECT 2") }
    try await Task.sleep(for: .milliseconds(50))
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    #expect(try await running.value == 1)
  }

  @Test func theTransactionOfACancelledTaskIsRolledBack() async throws {
    let (connection, observer) = (try await TestServer.connect(), try await TestServer.connect())
    let backend = await connection.backend
    _ = try await connection.run("CREATE TEMP TABLE kept (n int8)")
    let task = Task {
      try await connection.transaction { transaction in
        _ = try await transaction.query("INSERT INTO kept VALUES (1)")
        _ = try await transaction.query("SELECT pg_sleep(60)")
      }
    }
    try await untilRunning(backend, observer)
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(!connection.isInTransaction)
    #expect(connection.isReusable)
    #expect(try await connection.value(Int.self, "SELECT count(*) FROM kept") == 0)
  }

  @Test func aBodyCancelledBetweenStatementsIsRolledBack() async throws {
    let connection = try await TestServer.connect()
    _ = try await connection.run("CREATE TEMP TABLE kept (n int8)")
    let task = Task {
      try await connection.transaction { transaction in
        _ = try await transaction.query("INSERT INTO kept VALUES (1)")
        try await Task.sleep(for: .seconds(60))
      }
    }
    try await eventually("the transaction never began") { connection.isInTransaction }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(connection.isReusable)
    #expect(try await connection.value(Int.self, "SELECT count(*) FROM kept") == 0)
  }

  @Test func whatWasAskedToRunToItsEndDoes() async throws {
    let connection = try await TestServer.connect()
    let task = Task {
      try await connection.exchange(["SELECT 5 FROM pg_sleep(0.2)"], cancellable: false)[0].rows(as: Int.self)
    }
    task.cancel()
    #expect(try await task.value == [5])
  }

  @Test func cancelledByTheOperatorIsATimeoutAndNotOurs() async throws {
    let (connection, observer) = (try await TestServer.connect(), try await TestServer.connect())
    let backend = await connection.backend
    let task = Task { try await connection.run("SELECT pg_sleep(60)") }
    try await untilRunning(backend, observer)
    _ = try await observer.run("SELECT pg_cancel_backend(\(backend))")
    let error = await #expect(throws: PostgresError.self) { try await task.value }
    #expect(error?.kind == .timeout)
    #expect(connection.isReusable)
  }
}
