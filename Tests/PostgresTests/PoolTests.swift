import Testing

@testable import Postgres

@Suite(.onServer, .timeLimit(.minutes(5))) struct PoolTests {
  @Test func aConnectionIsUsedAgain() async throws {
    let pool = try TestPool(budget: 4, share: 4)
    let backends = [try await pool.backend(), try await pool.backend(), try await pool.backend()]
    #expect(Set(backends).count == 1)
    #expect(pool.pool.gauge == (open: 1, idle: 1, waiting: 0))
  }

  @Test func keysNeverShareAConnection() async throws {
    let pool = try TestPool(budget: 4, share: 4)
    let (one, two) = (try await pool.backend(), try await pool.backend(pool.other))
    #expect(one != two)
    let later = PoolKey(role: pool.key.role, epoch: 2)
    #expect(try await pool.backend(later) != one)
  }

  @Test func twoHundredTasksOnEightConnections() async throws {
    let pool = try TestPool(budget: 8, share: 8)
    let backends = try await withThrowingTaskGroup(of: (Int64, Int64, Int32).self) { group in
      for number in 0..<200 {
        group.addTask {
          try await pool.lend { lease in
            let row = try await lease.query("SELECT \(Int64(number)), pg_backend_pid() FROM pg_sleep(0.002)")
              .first(as: (Int64, Int32).self)
            let (echo, backend) = try #require(row)
            return (Int64(number), echo, backend)
          }
        }
      }
      var backends: Set<Int32> = []
      for try await (number, echo, backend) in group {
        #expect(number == echo)
        backends.insert(backend)
      }
      return backends
    }
    #expect(backends.count <= 8)
    #expect(pool.pool.gauge.open <= 8)
    #expect(pool.pool.gauge.waiting == 0)
  }

  @Test func transactionsOfManyTasksAddUp() async throws {
    try await TestServer.withSchema("CREATE TABLE account (n int8); INSERT INTO account VALUES (0)") {
      target in
      var limits = Pool.Limits(budget: 4, share: 4)
      limits.patience = .seconds(30)
      let pool = Pool(limits: limits, logger: .silent) { _ in target }
      let key = PoolKey(role: "one", epoch: 1)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<100 {
          group.addTask {
            try await pool.withTenantConnection(key) { lease in
              try await lease.transaction { transaction in
                let row = try await transaction.query("SELECT n FROM account FOR UPDATE").rows(as: Int64.self)
                _ = try await transaction.query("UPDATE account SET n = \(row[0] + 1)")
              }
            }
          }
        }
        try await group.waitForAll()
      }
      let sum = try await pool.withControlConnection(key) { lease in
        try await lease.query("SELECT n FROM account").rows(as: Int64.self)
      }
      #expect(sum == [100])
    }
  }

  @Test func afterAnErrorTheConnectionIsGoodForTheNext() async throws {
    let pool = try TestPool(budget: 1, share: 1)
    let first = try await pool.backend()
    await #expect(throws: PostgresError.self) {
      try await pool.lend { lease in try await lease.transaction { _ = try await $0.query("SELECT 1 / 0") } }
    }
    #expect(try await pool.backend() == first)
  }

  @Test func aConnectionLeftInATransactionIsNotLentAgain() async throws {
    let pool = try TestPool(budget: 1, share: 1)
    let first = try await pool.backend()
    _ = try await pool.lend { try await $0.query("BEGIN") }
    #expect(try await pool.backend() != first)
    #expect(pool.pool.gauge == (open: 1, idle: 1, waiting: 0))
  }

  @Test func aCancelledTaskGivesItsConnectionBack() async throws {
    let pool = try TestPool(budget: 1, share: 1)
    let first = try await pool.backend()
    let task = Task { try await pool.lend { _ = try await $0.query("SELECT pg_sleep(60)") } }
    try await eventually("never lent") { pool.pool.gauge.idle == 0 }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try await pool.backend() == first)
  }
}
