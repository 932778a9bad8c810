import Testing

@testable import Postgres

@Suite(.onServer, .timeLimit(.minutes(5))) struct PoolShutdownTests {
  @Test func newCallersAreRefused() async throws {
    let pool = try TestPool(budget: 2, share: 2)
    _ = try await pool.backend()
    await pool.pool.shutdown()
    let error = await #expect(throws: PostgresError.self) { try await pool.backend() }
    #expect(error?.kind == .closed)
  }

  @Test func waitersAreRefusedAtOnce() async throws {
    let pool = try TestPool(budget: 1, share: 1)
    let hold = try await pool.hold()
    let waiters = (0..<10).map { _ in Task { try await pool.backend() } }
    try await eventually("they did not wait") { pool.pool.gauge.waiting == 10 }
    await pool.pool.shutdown()
    for waiter in waiters {
      let error = await #expect(throws: PostgresError.self) { try await waiter.value }
      #expect(error?.kind == .closed)
    }
    try await hold.end()
  }

  @Test func aLeaseIsFinishedAndThenClosed() async throws {
    let pool = try TestPool(budget: 2, share: 2)
    let observer = try await TestServer.connect()
    let started = Meeting(of: 2)
    let work = Task {
      try await pool.lend { lease in
        await started.attend()
        return try await lease.query("SELECT 7 FROM pg_sleep(0.2)").rows(as: Int.self)
      }
    }
    await started.attend()
    await pool.pool.shutdown()
    #expect(try await work.value == [7])
    #expect(pool.pool.gauge.open == 0)
    try await eventually("a connection stayed") { try await pool.open(observer) == 0 }
  }

  @Test func idleConnectionsAreClosedOnTheServer() async throws {
    let pool = try TestPool(budget: 2, share: 2)
    let observer = try await TestServer.connect()
    let hold = try await pool.hold()
    _ = try await pool.backend()
    try await hold.end()
    #expect(pool.pool.gauge.idle == 2)
    await pool.pool.shutdown()
    try await eventually("connections stayed") { try await pool.open(observer) == 0 }
  }
}
