package import Logging
import ServiceLifecycle
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

    package init(budget: Int, share: Int) {
      self.budget = budget
      self.share = share
    }
  }

  private struct Contents {
    var state: PoolState
    var connections: [PoolState.ConnectionID: Connection] = [:]
    var waiting: [PoolState.WaiterID: CheckedContinuation<PoolState.Grant, any Error>] = [:]
    var next = 0

    mutating func number() -> Int {
      next += 1
      return next
    }
  }

  private let limits: Limits
  private let target: @Sendable (PoolKey) -> ConnectionTarget
  private let logger: Logger
  private let contents: Mutex<Contents>

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

  private func lend<T>(_ key: PoolKey, _ body: (Connection) async throws -> T) async throws -> T {
    let (id, connection) = try await acquire(key)
    do {
      let value = try await body(connection)
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
        let connection = contents.withLock { $0.connections[id] }
        if let connection, await connection.isReusable { return (id, connection) }
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

  private func waitForGrant(_ key: PoolKey, _ waiter: Int) async throws -> PoolState.Grant {
    let timer = Task { [limits] in
      try await Task.sleep(for: limits.patience)
      abandon(waiter, PostgresError(.exhausted, message: "all \(limits.share) connections are in use"))
    }
    defer { timer.cancel() }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        ask(key, waiter, continuation)
      }
    } onCancel: {
      abandon(waiter, CancellationError())
    }
  }

  private func ask(
    _ key: PoolKey, _ waiter: Int, _ continuation: CheckedContinuation<PoolState.Grant, any Error>
  ) {
    let answer: Swift.Result<PoolState.Grant, any Error>? = contents.withLock { contents in
      if contents.state.isClosed { return .failure(PostgresError(.closed)) }
      let grant = contents.state.acquire(key, waiter: waiter)
      if grant != .wait { return .success(grant) }
      contents.waiting[waiter] = continuation
      return nil
    }
    if let answer { continuation.resume(with: answer) }
  }

  private func abandon(_ waiter: Int, _ error: any Error) {
    let continuation = contents.withLock { contents in
      contents.state.abandon(waiter) ? contents.waiting.removeValue(forKey: waiter) : nil
    }
    continuation?.resume(throwing: error)
  }

  private func dial(_ key: PoolKey) async throws -> (Int, Connection) {
    do {
      let connection = try await Connection.open(target(key), logger: logger)
      let id = contents.withLock { contents in
        let id = contents.number()
        contents.connections[id] = connection
        return id
      }
      return (id, connection)
    } catch {
      apply { $0.lost(key) }
      throw error
    }
  }

  private func giveBack(_ id: Int, _ key: PoolKey, _ connection: Connection) async {
    if await connection.isReusable {
      apply { $0.release(id, key, at: .now) }
    } else {
      await connection.close()
      drop(id, key)
    }
  }

  private func drop(_ id: Int, _ key: PoolKey) {
    contents.withLock { _ = $0.connections.removeValue(forKey: id) }
    apply { $0.lost(key) }
  }

  private func close(_ id: Int) async {
    await contents.withLock { $0.connections.removeValue(forKey: id) }?.close()
  }

  private func apply(_ event: (inout PoolState) -> [PoolState.Effect]) {
    let (resumed, closing) = contents.withLock { contents in
      var resumed: [(CheckedContinuation<PoolState.Grant, any Error>, PoolState.Grant)] = []
      var closing: [Connection] = []
      for effect in event(&contents.state) {
        switch effect {
        case .close(let id): closing += [contents.connections.removeValue(forKey: id)].compactMap { $0 }
        case .resume(let waiter, let grant):
          if let continuation = contents.waiting.removeValue(forKey: waiter) {
            resumed.append((continuation, grant))
          }
        }
      }
      return (resumed, closing)
    }
    for (continuation, grant) in resumed { continuation.resume(returning: grant) }
    if !closing.isEmpty { Task { for connection in closing { await connection.close() } } }
  }

  /// Open, idle and waiting now.
  package var gauge: (open: Int, idle: Int, waiting: Int) {
    contents.withLock { ($0.state.openCount, $0.state.idleCount, $0.state.waitingCount) }
  }

  /// Closes every idle connection of a role, as after its suspension.
  package func recycle(role: String) async {
    for id in contents.withLock({ $0.state.evict(role: role) }) { await close(id) }
  }

  /// Closes connections that nobody used for a while, until graceful shutdown.
  package func run() async throws {
    try? await cancelWhenGracefulShutdown { [self] in
      while true {
        try await Task.sleep(for: limits.idleTimeout / 6)
        let limit = ContinuousClock.now - limits.idleTimeout
        for id in contents.withLock({ $0.state.evict(idleSince: limit) }) { await close(id) }
      }
    }
  }

  /// Refuses new callers and closes what is idle; lent connections close when they come back.
  package func shutdown() async {
    let (idle, refused) = contents.withLock { contents in
      let (idle, waiters) = contents.state.close()
      return (idle, waiters.compactMap { contents.waiting.removeValue(forKey: $0) })
    }
    for continuation in refused { continuation.resume(throwing: PostgresError(.closed)) }
    for id in idle { await close(id) }
  }
}
