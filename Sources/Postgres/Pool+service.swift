import ServiceLifecycle
import Synchronization

extension Pool {
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
