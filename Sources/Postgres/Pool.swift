package import Logging
import Synchronization

/// Connections of many login roles under one budget.
package final class Pool: Sendable {
  /// Limits of a pool.
  package struct Limits: Sendable {
    /// Connections of the whole process.
    package var budget: Int
    /// Connections of one role.
    package var share: Int
    /// How long a caller waits for one.
    package var patience = Duration.seconds(2)
    /// After how long an unused connection is closed.
    package var idleTimeout = Duration.seconds(60)
    /// At what age, give or take a fifth, a connection is closed when it comes back.
    package var lifetime = Duration.seconds(45 * 60)

    package init(budget: Int, share: Int) {
      self.budget = budget
      self.share = share
    }
  }

  struct Member {
    let connection: Connection
    let opened: ContinuousClock.Instant
    let expires: ContinuousClock.Instant
  }

  struct Contents {
    var state: PoolState
    var members: [PoolState.ConnectionID: Member] = [:]
    /// When a role's connections were last declared stale.
    var recycled: [String: ContinuousClock.Instant] = [:]
    var waiting: [PoolState.WaiterID: CheckedContinuation<PoolState.Grant, any Error>] = [:]
    var next = 0

    mutating func number() -> Int {
      next += 1
      return next
    }
  }

  let limits: Limits
  let target: @Sendable (PoolKey) -> ConnectionTarget
  let logger: Logger
  let contents: Mutex<Contents>

  /// - Parameter target: where and as whom a key connects; its password is derived when it is asked for.
  package init(limits: Limits, logger: Logger, target: @escaping @Sendable (PoolKey) -> ConnectionTarget) {
    self.limits = limits
    self.target = target
    self.logger = logger
    contents = Mutex(Contents(state: PoolState(budget: limits.budget, share: limits.share)))
  }

  /// Lends a tenant's connection to `body`; only `Tenancy` calls it, with a tenant that it resolved.
  package func withTenantConnection<T: Sendable>(
    _ key: PoolKey, _ body: (borrowing TenantConnection) async throws -> T
  ) async throws -> T {
    try await lend(key) { try await body(TenantConnection(connection: $0)) }
  }

  /// Lends a connection that sees the control schema only.
  package func withControlConnection<T: Sendable>(
    _ key: PoolKey, _ body: (borrowing ControlConnection) async throws -> T
  ) async throws -> T {
    try await lend(key) { try await body(ControlConnection(connection: $0)) }
  }

  /// `body` runs on the connection's own thread, so that no statement waits for a change of threads.
  private func lend<T: Sendable>(
    _ key: PoolKey, _ body: (Connection) async throws -> T
  ) async throws -> T {
    let (id, connection) = try await acquire(key)
    do {
      let value = try await withTaskExecutorPreference(connection.thread) { try await body(connection) }
      await giveBack(id, key, connection)
      return value
    } catch {
      await giveBack(id, key, connection)
      throw error
    }
  }

  private func acquire(_ key: PoolKey) async throws -> (Int, Connection) {
    while true {
      switch try await grant(key) {
      case .lease(let id):
        let connection = contents.withLock { $0.members[id]?.connection }
        if let connection, connection.isReusable { return (id, connection) }
        drop(id, key)
      case .dial(let victim):
        if let victim { await close(victim) }
        return try await dial(key)
      case .wait: preconditionFailure("a waiter is resumed with a grant")
      }
    }
  }

  private func grant(_ key: PoolKey) async throws -> PoolState.Grant {
    let grant = try contents.withLock { contents in
      if contents.state.isClosed { throw PostgresError(.closed) }
      return contents.state.grantNow(key)
    }
    return grant == .wait ? try await waitForGrant(key, contents.withLock { $0.number() }) : grant
  }
}
