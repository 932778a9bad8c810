import Synchronization
import Testing

/// Looks again until the condition holds.
func eventually(
  within limit: Duration = .seconds(60), _ what: Comment,
  sourceLocation: SourceLocation = #_sourceLocation, _ condition: () async throws -> Bool
) async throws {
  let deadline = ContinuousClock.now + limit
  while try await !condition() {
    guard ContinuousClock.now < deadline else {
      Issue.record(what, sourceLocation: sourceLocation)
      return
    }
    try await Task.sleep(for: .milliseconds(5))
  }
}

/// A counter that tasks share.
final class Tally: Sendable {
  private let storage = Mutex(0)

  var count: Int { storage.withLock { $0 } }

  @discardableResult
  func add(_ amount: Int = 1) -> Int {
    storage.withLock { value in
      value += amount
      return value
    }
  }
}

/// Holds the tasks that come until as many as expected have come.
actor Meeting {
  private var missing: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(of count: Int) { missing = count }

  /// Those who come later pass through.
  func attend() async {
    missing -= 1
    if missing > 0 {
      await withCheckedContinuation { waiting.append($0) }
    } else {
      for continuation in waiting { continuation.resume() }
      waiting = []
    }
  }
}
