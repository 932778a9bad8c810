import ServiceLifecycle

/// Work that goes on until the service group shuts down, and is cancelled then.
struct Worker: Service {
  private let work: @Sendable () async throws -> Void

  init(_ work: @escaping @Sendable () async throws -> Void) { self.work = work }

  func run() async throws {
    do {
      try await cancelWhenGracefulShutdown { try await work() }
    } catch is CancellationError {
      return
    }
  }
}
