import Testing

/// Few tests at a time on the server: its connections are limited, and times mean something.
struct OnServer: SuiteTrait, TestTrait, TestScoping {
  private static let permits = Permits(6)

  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
  ) async throws {
    guard testCase != nil else { return try await body() }
    await Self.permits.take()
    do { try await body() } catch {
      await Self.permits.giveBack()
      throw error
    }
    await Self.permits.giveBack()
  }
}

extension Trait where Self == OnServer {
  static var onServer: OnServer { OnServer() }
}

private actor Permits {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = count }

  func take() async {
    if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
  }

  func giveBack() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
