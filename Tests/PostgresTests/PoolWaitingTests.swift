import Testing

@testable import Postgres

@Suite(.onServer, .timeLimit(.minutes(5))) struct PoolWaitingTests {
  @Test func exhaustionIsToldWithItsLimits() async throws {
    let pool = try TestPool(budget: 9, share: 1) { $0.patience = .milliseconds(100) }
    let hold = try await pool.hold()
    let start = ContinuousClock.now
    let error = try #require(await #expect(throws: PostgresError.self) { try await pool.backend() })
    #expect(error.kind == .exhausted)
    #expect(error.isTransient)
    #expect(error.message.contains("budget 9") && error.message.contains("share of a role 1"))
    #expect(ContinuousClock.now - start >= .milliseconds(100))
    #expect(pool.pool.gauge.waiting == 0)
    try await hold.end()
    _ = try await pool.backend()
  }

  @Test func aWaiterGetsWhatComesBack() async throws {
    let pool = try TestPool(budget: 1, share: 1)
    let hold = try await pool.hold()
    let waiter = Task { try await pool.backend() }
    try await eventually("it did not wait") { pool.pool.gauge.waiting == 1 }
    try await hold.end()
    _ = try await waiter.value
    #expect(pool.pool.gauge == (open: 1, idle: 1, waiting: 0))
  }

  @Test func aCancelledWaiterLeavesTheQueue() async throws {
    let pool = try TestPool(budget: 1, share: 1)
    let hold = try await pool.hold()
    let waiter = Task { try await pool.backend() }
    try await eventually("it did not wait") { pool.pool.gauge.waiting == 1 }
    let start = ContinuousClock.now
    waiter.cancel()
    await #expect(throws: CancellationError.self) { try await waiter.value }
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(pool.pool.gauge.waiting == 0)
    try await hold.end()
    _ = try await pool.backend()
  }

  @Test func cancelledBeforehandItNeverWaits() async throws {
    let pool = try TestPool(budget: 1, share: 1)
    let hold = try await pool.hold()
    for _ in 0..<50 {
      let waiter = Task {
        while !Task.isCancelled { await Task.yield() }
        _ = try await pool.backend()
      }
      waiter.cancel()
      await #expect(throws: CancellationError.self) { try await waiter.value }
    }
    #expect(pool.pool.gauge.waiting == 0)
    try await hold.end()
  }

  @Test func oneRoleCannotTakeAnothersShare() async throws {
    let pool = try TestPool(budget: 4, share: 3)
    var holds: [TestPool.Hold] = []
    for _ in 0..<3 { holds.append(try await pool.hold()) }
    let waiter = Task { try await pool.backend() }
    try await eventually("it did not wait") { pool.pool.gauge.waiting == 1 }
    _ = try await pool.backend(pool.other)
    #expect(pool.pool.gauge.waiting == 1)
    for hold in holds { try await hold.end() }
    _ = try await waiter.value
  }

  /// A role that keeps the pool busy without end does not keep another one out.
  @Test func aBusyRoleDoesNotStarveAnother() async throws {
    let pool = try TestPool(budget: 2, share: 2)
    let busy = (0..<6).map { _ in
      Task {
        while !Task.isCancelled { _ = try await pool.lend { try await $0.query("SELECT pg_sleep(0.005)") } }
      }
    }
    try await eventually("it was never busy") { pool.pool.gauge.waiting > 2 }
    let start = ContinuousClock.now
    for _ in 0..<5 { _ = try await pool.backend(pool.other) }
    #expect(ContinuousClock.now - start < .seconds(60))
    for task in busy { task.cancel() }
    for task in busy { _ = await task.result }
    #expect(pool.pool.gauge.open <= 2 && pool.pool.gauge.waiting == 0)
  }

  @Test func theBudgetHoldsOnTheServerToo() async throws {
    let pool = try TestPool(budget: 3, share: 2)
    let observer = try await TestServer.connect()
    let keys = (0..<6).map { PoolKey(role: "\($0)", epoch: 1) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<120 {
        group.addTask { _ = try await pool.backend(keys[number % 6]) }
      }
      for try await _ in group { #expect(pool.pool.gauge.open <= 3) }
    }
    try await eventually("more than the budget") { try await pool.open(observer) <= 3 }
  }
}
