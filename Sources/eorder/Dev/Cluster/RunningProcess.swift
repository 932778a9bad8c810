import Foundation

/// A process of this machine, as anyone may see it in `/proc`.
struct RunningProcess: Sendable {
  let pid: pid_t
  let arguments: [String]
  /// In clock ticks since the machine started: with the pid it is never given twice.
  private let startedAt: String

  /// nil when there is no such process, or only its end is still to be noted by its parent.
  init?(pid: pid_t) {
    guard pid > 0, let line = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline"),
      let status = FileManager.default.contents(atPath: "/proc/\(pid)/stat")
    else { return nil }
    // "pid (name) state …": the name may hold anything, brackets included.
    let fields =
      String(decoding: status, as: UTF8.self).split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 19, !["Z", "X"].contains(fields[0]) else { return nil }
    self.pid = pid
    arguments = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    startedAt = String(fields[19])
  }

  static func all() -> [RunningProcess] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.compactMap(RunningProcess.init(pid:))
  }

  var isRunning: Bool { RunningProcess(pid: pid)?.startedAt == startedAt }

  func signal(_ number: Int32) {
    if isRunning { kill(pid, number) }
  }

  /// Waits until the process has ended, also in a task that is cancelled.
  /// - Returns: false when it still runs after `limit`.
  func ended(within limit: Duration) async -> Bool {
    await Task.detached {
      let deadline = ContinuousClock.now + limit
      while isRunning {
        if ContinuousClock.now > deadline { return false }
        try? await Task.sleep(for: .milliseconds(10))
      }
      return true
    }.value
  }
}
