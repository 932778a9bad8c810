import Synchronization

extension Pool {
  /// Opens the connection for which a place is reserved.
  func dial(_ key: PoolKey) async throws -> (Int, Connection) {
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

  /// Puts a lent connection back, or closes it where it is no longer fit to be lent.
  func giveBack(_ id: Int, _ key: PoolKey, _ connection: Connection) async {
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

  /// A connection is gone: its place is free.
  func drop(_ id: Int, _ key: PoolKey) {
    contents.withLock { _ = $0.members.removeValue(forKey: id) }
    apply { $0.lost(key) }
  }

  /// Closes a connection that the state has already forgotten.
  func close(_ id: Int) async {
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
}
