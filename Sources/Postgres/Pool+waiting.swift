import Synchronization

extension Pool {
  /// Stands in the queue until a grant, the deadline or the task's end.
  func waitForGrant(_ key: PoolKey, _ waiter: Int) async throws -> PoolState.Grant {
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
}
