import Logging
import Testing

@testable import Postgres

/// A pool whose connections carry a name of their own, so that a test can count and end them.
struct TestPool {
  let name = TestServer.uniqueName("pool")
  let pool: Pool
  let key = PoolKey(role: "one", epoch: 1)
  let other = PoolKey(role: "two", epoch: 1)

  init(budget: Int, share: Int, _ change: (inout Pool.Limits) -> Void = { _ in }) throws {
    var limits = Pool.Limits(budget: budget, share: share)
    limits.patience = .seconds(20)
    change(&limits)
    let target = try TestServer.target([("application_name", name)])
    pool = Pool(limits: limits, logger: .silent) { _ in target }
  }

  /// Lends a connection to `body`.
  func lend<T: Sendable>(
    _ key: PoolKey? = nil, _ body: (borrowing TenantConnection) async throws -> T
  ) async throws -> T {
    try await pool.withTenantConnection(key ?? self.key, body)
  }

  /// Which backend serves.
  func backend(_ key: PoolKey? = nil) async throws -> Int32 {
    try await lend(key) { lease in
      try await lease.query("SELECT pg_backend_pid()").rows(as: Int32.self)[0]
    }
  }

  /// Holds a connection until it is told to let go.
  func hold(_ key: PoolKey? = nil) async throws -> Hold {
    let (held, letGo) = (Meeting(of: 2), Meeting(of: 2))
    let task = Task {
      try await lend(key) { _ in
        await held.attend()
        await letGo.attend()
      }
    }
    await held.attend()
    return Hold(task: task, letGo: letGo)
  }

  struct Hold {
    fileprivate let task: Task<Void, any Error>
    fileprivate let letGo: Meeting

    func end() async throws {
      await letGo.attend()
      try await task.value
    }
  }

  /// How many connections the server sees.
  func open(_ observer: Connection) async throws -> Int {
    try await observer.value(
      Int.self, "SELECT count(*) FROM pg_stat_activity WHERE application_name = \(name)")
  }

  /// Ends all connections from the server's side.
  func terminate(_ observer: Connection) async throws {
    _ = try await observer.run(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = \(name)")
    try await eventually("they live") { try await open(observer) == 0 }
  }
}
