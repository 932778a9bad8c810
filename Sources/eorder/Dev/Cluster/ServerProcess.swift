import Foundation

/// The server of a cluster as its pid file tells of it.
struct ServerProcess: Sendable {
  enum State: Sendable {
    case starting
    case ready
    case stopping
    /// It runs, but somebody has removed its socket.
    case unreachable
  }

  let process: RunningProcess
  let state: State

  /// nil when no server of this cluster runs, whatever the pid file says: its number may have gone to another
  /// program.
  init?(home: ClusterHome, clusterName: String) {
    guard let file = FileManager.default.contents(atPath: home.pidFile) else { return nil }
    let lines = String(decoding: file, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard let pid = pid_t(lines[0]), let process = RunningProcess(pid: pid),
      process.arguments.contains("cluster_name=\(clusterName)")
    else { return nil }
    self.process = process
    state = Self.state(lines)
  }

  /// - Parameter lines: of the pid file: process, data folder, start, port, socket's folder, address, shared
  ///   memory, state.
  private static func state(_ lines: [Substring]) -> State {
    guard lines.count > 7 else { return .starting }
    if lines[7].hasPrefix("stopping") { return .stopping }
    guard lines[7].hasPrefix("ready") else { return .starting }
    return FileManager.default.fileExists(atPath: "\(lines[4])/.s.PGSQL.\(lines[3])") ? .ready : .unreachable
  }

  /// Ends the server: open transactions are rolled back, all else is on disk. Not cut short by cancellation.
  /// - Throws: `ClusterError` when it cannot be ended.
  func stop() async throws(ClusterError) {
    process.signal(SIGINT)
    if await process.ended(within: .seconds(20)) { return }
    process.signal(SIGQUIT)
    if await process.ended(within: .seconds(5)) { return }
    throw ClusterError("PostgreSQL (process \(process.pid)) does not end.")
  }
}
