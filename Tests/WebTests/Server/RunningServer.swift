import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import TLS
import Web

/// A server on free ports for the time of one test.
struct RunningServer {
  let addresses: [ListenAddress]
  private let group: ServiceGroup
  private let task: Task<Void, any Error>

  var port: Int { addresses[0].port }

  /// The limits of operation, but for what a test changes: only the deadline that it is about, so that no other
  /// strikes on a busy machine.
  static func limits(_ change: (inout ServerLimits) -> Void = { _ in }) -> ServerLimits {
    var limits = ServerLimits()
    limits.farewell = .milliseconds(200)
    // A connection that outlives its deadlines must not be ended by the end of the test.
    limits.shutdown = .minutes(5)
    change(&limits)
    return limits
  }

  static var quiet: Logger {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    return logger
  }

  init(
    _ wanted: [ListenAddress] = [ListenAddress(host: "127.0.0.1", port: 0, isTLS: false)],
    tls: TLSTermination? = nil, limits: ServerLimits = ServerLimits(), answer: @escaping WebServer.Answer
  ) async throws {
    let (listening, told) = AsyncStream<[ListenAddress]>.makeStream()
    let server = WebServer(
      addresses: wanted, tls: tls, limits: limits, refusalFields: [.strictTransportSecurity: "max-age=1"],
      logger: Self.quiet, onListening: { told.yield($0) }, answer: answer)
    let group = ServiceGroup(configuration: .init(services: [server], logger: Self.quiet))
    task = Task {
      defer { told.finish() }
      try await group.run()
    }
    self.group = group
    var iterator = listening.makeAsyncIterator()
    guard let addresses = await iterator.next() else {
      try await task.value
      throw ChannelError.eof
    }
    self.addresses = addresses
  }

  /// Begins a shutdown and answers once the server has ended.
  func stop() async throws {
    await group.triggerGracefulShutdown()
    try await task.value
  }
}

/// Counts what reaches the routes.
final class Visits: Sendable {
  private let seen = Mutex<[String]>([])
  var list: [String] { seen.withLock { $0 } }
  func add(_ visit: String) { seen.withLock { $0.append(visit) } }
}
