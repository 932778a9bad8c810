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
    /// At what age, give or take a fifth, a connection is closed when it comes back.
    package var lifetime = Duration.seconds(45 * 60)

    package init(budget: Int, share: Int) {
      self.budget = budget
      self.share = share
    }
  }

  private struct Member {
    let connection: Connection
    let opened: ContinuousClock.Instant
    let expires: ContinuousClock.Instant
  }

  private struct Contents {
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

  private func waitForGrant(_ key: PoolKey, _ waiter: Int) async throws -> PoolState.Grant {
    let timer = Task {
      try await Task.sleep(for: limits.patience)
      abandon(waiter, exhausted)
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

  private var exhausted: PostgresError {
    PostgresError(
      .exhausted,
      message: "no connection in \(limits.patience): budget \(limits.budget), share of a role \(limits.share)"
    )
  }

  private func ask(
    _ key: PoolKey, _ waiter: Int, _ continuation: CheckedContinuation<PoolState.Grant, any Error>
  ) {
    let answer: Swift.Result<PoolState.Grant, any Error>? = contents.withLock { contents in
      if contents.state.isClosed { return .failure(PostgresError(.closed)) }
      // Cancelled before it stood in the queue, where nobody would have found it.
      if Task.isCancelled { return .failure(CancellationError()) }
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
      let opened = ContinuousClock.now
      let connection = try await Connection.open(target(key), logger: logger)
      let expires = opened + limits.lifetime * Double.random(in: 0.8...1.2)
      let id = contents.withLock { contents in
        let id = contents.number()
        contents.members[id] = Member(connection: connection, opened: opened, expires: expires)
        return id
      }
      return (id, connection)
    } catch {
      apply { $0.lost(key) }
      throw error
    }
  }

  private func giveBack(_ id: Int, _ key: PoolKey, _ connection: Connection) async {
    if connection.isReusable && !isStale(id, key) {
      apply { $0.release(id, key, at: .now) }
    } else {
      await connection.close()
      drop(id, key)
    }
  }

  private func isStale(_ id: Int, _ key: PoolKey) -> Bool {
    contents.withLock { contents in
      guard let member = contents.members[id] else { return true }
      return member.expires < .now || contents.recycled[key.role].map { member.opened < $0 } == true
    }
  }

  private func drop(_ id: Int, _ key: PoolKey) {
    contents.withLock { _ = $0.members.removeValue(forKey: id) }
    apply { $0.lost(key) }
  }

  private func close(_ id: Int) async {
    await contents.withLock { $0.members.removeValue(forKey: id) }?.connection.close()
  }

  private func apply(_ event: (inout PoolState) -> [PoolState.Effect]) {
    let (resumed, closing) = contents.withLock { contents in
      var resumed: [(CheckedContinuation<PoolState.Grant, any Error>, PoolState.Grant)] = []
      var closing: [Connection] = []
      for effect in event(&contents.state) {
        switch effect {
        case .close(let id):
          closing += [contents.members.removeValue(forKey: id)].compactMap { $0?.connection }
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

  /// Closes every connection of a role, as after a change of its settings: idle ones at once, lent ones
  /// when they come back.
  package func recycle(role: String) async {
    let idle = contents.withLock { contents in
      contents.recycled[role] = .now
      return contents.state.evict(role: role)
    }
    for id in idle { await close(id) }
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
