import Foundation

/// Brings the server of a cluster up: takes over one that runs as it should, replaces one with other settings,
/// recovers a dead one.
struct ServerStart: Sendable {
  let command: ServerCommand
  let user: ServerUser
  /// The server's log file.
  let log: String

  /// How long a start may take, recovery after a crash included.
  private static let limit = Duration.seconds(60)
  /// How often a server that ends at once is tried: the one of a start that was killed may be on its way up.
  private static let attempts = 3

  /// - Throws: `ClusterError` when the server does not take connections in time; `CancellationError`.
  func run() async throws {
    let deadline = ContinuousClock.now + Self.limit
    for attempt in 1...Self.attempts {
      if try await takeOver(until: deadline) { return }
      await clear()
      let logEnd = logSize()
      let launched = try launch()
      if try await waitUntilReady(launched, until: deadline) { return }
      if attempt == Self.attempts { throw failure(since: logEnd) }
      try await Task.sleep(for: .milliseconds(500))
    }
  }

  /// The server where it runs, in whatever state.
  func server() -> ServerProcess? {
    ServerProcess(home: command.home, clusterName: command.clusterName)
  }

  /// - Returns: whether a running server with today's settings was found; one that is on its way up or down is
  ///   waited for.
  private func takeOver(until deadline: ContinuousClock.Instant) async throws -> Bool {
    while let server = server() {
      let isOurs = server.process.arguments == command.arguments
      switch server.state {
      case .ready where isOurs: return true
      case .ready, .unreachable: try await server.stop()
      case .starting where !isOurs: try await server.stop()
      case .starting, .stopping: try await pause(until: deadline)
      }
    }
    return false
  }

  /// - Returns: false when the launched server has ended.
  private func waitUntilReady(
    _ launched: ChildProgram, until deadline: ContinuousClock.Instant
  ) async throws -> Bool {
    while launched.exitStatus() == nil {
      if let server = server(), server.process.pid == launched.pid, server.state == .ready { return true }
      try await pause(until: deadline)
    }
    return false
  }

  private func pause(until deadline: ContinuousClock.Instant) async throws {
    guard ContinuousClock.now < deadline else {
      throw ClusterError("PostgreSQL was not ready within a minute; \(log) tells why.")
    }
    try await Task.sleep(for: .milliseconds(10))
  }

  private func launch() throws(ClusterError) -> ChildProgram {
    do {
      return try ChildProgram.start(user.command(command.arguments), log: log)
    } catch {
      throw ClusterError("PostgreSQL cannot be started with its log in \(log): \(error.localizedDescription)")
    }
  }

  /// Ends what a server that died has left: its orphaned workers, the pid file and the socket.
  private func clear() async {
    let title = "postgres: \(command.clusterName): "
    let orphans = RunningProcess.all().filter { $0.arguments.first?.hasPrefix(title) == true }
    for orphan in orphans { orphan.signal(SIGQUIT) }
    for orphan in orphans { _ = await orphan.ended(within: .seconds(5)) }
    unlink(command.home.pidFile)
    SocketFolder.empty(command.socketFolder)
  }
}

extension ServerStart {
  private func logSize() -> UInt64 {
    let attributes = try? FileManager.default.attributesOfItem(atPath: log)
    return (attributes?[.size] as? NSNumber)?.uint64Value ?? 0
  }

  /// The reason that the server gave in its log after the first `start` bytes.
  private func failure(since start: UInt64) -> ClusterError {
    let file = FileHandle(forReadingAtPath: log)
    try? file?.seek(toOffset: start)
    let said = (try? file?.readToEnd()).flatMap(\.self) ?? Data()
    let lines = String(decoding: said, as: UTF8.self).split(separator: "\n")
    let reason =
      lines.last { $0.contains("FATAL") || $0.contains("PANIC") } ?? lines.last ?? "no reason given"
    return ClusterError("PostgreSQL does not start (\(log)): \(reason)")
  }
}
