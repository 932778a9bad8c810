import Testing

@testable import Postgres

@Suite(.onServer, .timeLimit(.minutes(5))) struct PoolRecoveryTests {
  /// Opens as many connections as there are.
  private func fill(_ pool: TestPool, _ count: Int) async throws {
    var holds: [TestPool.Hold] = []
    for _ in 0..<count { holds.append(try await pool.hold()) }
    for hold in holds { try await hold.end() }
  }

  @Test func deadConnectionsAreReplacedBeforeAnybodyNotices() async throws {
    let pool = try TestPool(budget: 5, share: 5)
    let observer = try await TestServer.connect()
    try await fill(pool, 5)
    try await pool.terminate(observer)
    for _ in 0..<20 { _ = try await pool.backend() }
    try await fill(pool, 5)
    #expect(pool.pool.gauge == (open: 5, idle: 5, waiting: 0))
  }

  @Test func aConnectionKilledInTheHandIsReplaced() async throws {
    let pool = try TestPool(budget: 1, share: 1)
    let first = try await pool.backend()
    let error = await #expect(throws: PostgresError.self) {
      try await pool.lend {
        _ = try await $0.query("SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(9)")
      }
    }
    #expect(error?.kind == .connectionLost)
    #expect(try await pool.backend() != first)
  }

  @Test func noServerIsUnreachableAndLeavesThePlaceFree() async throws {
    let pool = Pool(limits: .init(budget: 2, share: 2), logger: .silent) { _ in
      ConnectionTarget(keywords: [("host", "/nowhere"), ("user", "x")])
    }
    for _ in 0..<5 {
      let error = await #expect(throws: PostgresError.self) {
        try await pool.withTenantConnection(PoolKey(role: "x", epoch: 1)) { _ in }
      }
      #expect(error?.kind == .unreachable)
    }
    #expect(pool.gauge == (open: 0, idle: 0, waiting: 0))
  }

  @Test func aRecycledRoleGetsNewConnections() async throws {
    let pool = try TestPool(budget: 4, share: 4)
    let other = try await pool.backend(pool.other)
    let hold = try await pool.hold()
    let idle = try await pool.backend()
    await pool.pool.recycle(role: pool.key.role)
    #expect(pool.pool.gauge.open == 2)
    try await hold.end()
    // The lent one is closed when it comes back, another role's stays.
    #expect(pool.pool.gauge == (open: 1, idle: 1, waiting: 0))
    #expect(try await pool.backend() != idle)
    #expect(try await pool.backend(pool.other) == other)
  }

  @Test func anOldConnectionIsNotKept() async throws {
    let pool = try TestPool(budget: 1, share: 1) { $0.lifetime = .zero }
    let first = try await pool.backend()
    #expect(pool.pool.gauge.open == 0)
    #expect(try await pool.backend() != first)
  }

  @Test func whatIsIdleTooLongIsClosed() async throws {
    let pool = try TestPool(budget: 3, share: 3) { $0.idleTimeout = .milliseconds(60) }
    let observer = try await TestServer.connect()
    try await fill(pool, 3)
    let service = Task { try await pool.pool.run() }
    try await eventually("idle connections stayed") { pool.pool.gauge.open == 0 }
    try await eventually("the server still has them") { try await pool.open(observer) == 0 }
    service.cancel()
    _ = await service.result
    _ = try await pool.backend()
  }
}
