import Foundation

/// A program run apart from this process: in a session of its own, in the folder `/`, without its open
/// files, signal masks and environment, and with its output at the end of a log file.
struct ChildProgram: Sendable {
  let pid: pid_t

  /// - Parameters:
  ///   - command: the absolute path of the program, then its arguments.
  ///   - log: a file that is appended to, made with mode 0600 if need be.
  /// - Throws: `POSIXError` when the log cannot be opened or the program cannot be started.
  static func start(_ command: [String], log: String) throws(POSIXError) -> ChildProgram {
    let output = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw .current }
    defer { close(output) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    for descriptor in openDescriptors() where descriptor > STDERR_FILENO {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var every = sigset_t()
    sigemptyset(&none)
    sigfillset(&every)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &every)
    let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID, which Swift's view of the header leaves out
    let flags = newSession | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    // The program's user may not be able to enter the folder that we are in.
    return try spawn(["/usr/bin/env", "--chdir=/"] + command, &actions, &attributes)
  }

  private static func spawn(
    _ command: [String], _ actions: inout posix_spawn_file_actions_t, _ attributes: inout posix_spawnattr_t
  ) throws(POSIXError) -> ChildProgram {
    let arguments = cStrings(command)
    let environment = cStrings(["PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8"])
    defer { for text in arguments + environment { free(text) } }
    var pid: pid_t = 0
    let failure = posix_spawn(&pid, command[0], &actions, &attributes, arguments, environment)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
    return ChildProgram(pid: pid)
  }

  private static func openDescriptors() -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return names.compactMap { Int32($0) }
  }

  private static func cStrings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  /// Takes note of the program's end; nil while it runs, 0 for success, anything else for failure. Once it
  /// has ended, not to be asked again.
  func exitStatus() -> Int32? {
    var status: Int32 = 0
    return waitpid(pid, &status, WNOHANG) == 0 ? nil : status
  }

  /// Starts the program and waits for its end; kills it when the task is cancelled.
  /// - Returns: whether it succeeded.
  static func run(_ command: [String], log: String) async throws -> Bool {
    let program = try start(command, log: log)
    while true {
      if let status = program.exitStatus() { return status == 0 }
      do {
        try await Task.sleep(for: .milliseconds(10))
      } catch {
        kill(-program.pid, SIGKILL)  // with the programs that it has started
        var status: Int32 = 0
        waitpid(program.pid, &status, 0)
        throw error
      }
    }
  }
}
