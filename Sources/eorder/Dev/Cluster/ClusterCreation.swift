import Foundation

/// Makes the cluster of a data folder: `initdb` under a draft name, then one rename, so that a cluster is
/// there whole or not at all.
struct ClusterCreation: Sendable {
  let place: ClusterFolder
  let durability: ClusterDurability
  private let user: ServerUser
  private let programs: PostgreSQLPrograms

  /// - Throws: `ClusterError` when PostgreSQL or the user that runs it is missing.
  init(in place: ClusterFolder, durability: ClusterDurability) throws(ClusterError) {
    self.place = place
    self.durability = durability
    user = try .forNewCluster()
    programs = try .find()
  }

  /// - Throws: `ClusterError` when a folder cannot be made or `initdb` fails, whose reason is in the log;
  ///   `CancellationError`.
  func run() async throws -> ClusterHome {
    do {
      let home = try await chooseHome()
      try await removeDrafts(of: home)
      let draft = "\(home).new-\(UInt32.random(in: .min ... .max))"
      try makeDraft(draft)
      try await initialise(ClusterHome(path: draft))
      guard rename(draft, home) == 0 else { throw POSIXError.current }
      return ClusterHome(path: home)
    } catch let error where !(error is ClusterError) && !(error is CancellationError) {
      throw ClusterError(
        "PostgreSQL's folder for \(place.folder) cannot be made: \(error.localizedDescription)")
    }
  }

  /// The data folder where the server's user can reach it, else a new folder of `/var/lib/eorder-dev`, which
  /// the pointer names before anything is made there.
  private func chooseHome() async throws -> String {
    if let home = place.pointedHome { return home }
    if try await isReachable(place.folder) { return place.inside }
    let home = "\(ClusterFolder.shared)/\(String(UInt64.random(in: .min ... .max), radix: 16))"
    try FileManager.default.createDirectory(atPath: ClusterFolder.shared, withIntermediateDirectories: true)
    try openForServer(ClusterFolder.shared)
    try PrivateFile.write(home, to: place.pointer)
    return home
  }

  /// Whether the server's user can write a folder of its own in `folder`.
  private func isReachable(_ folder: String) async throws -> Bool {
    let trial = "\(folder)/postgres.new-\(UInt32.random(in: .min ... .max))"
    guard (try? user.makeFolder(trial)) != nil else { return false }
    defer { rmdir(trial) }
    return try await ChildProgram.run(user.command(["/usr/bin/test", "-w", trial]), log: "/dev/null")
  }

  /// Removes what a start that was killed left half finished, its `initdb` first where that still runs.
  private func removeDrafts(of home: String) async throws {
    let parent = (home as NSString).deletingLastPathComponent
    let prefix = (home as NSString).lastPathComponent + ".new-"
    for name in try FileManager.default.contentsOfDirectory(atPath: parent) where name.hasPrefix(prefix) {
      let draft = ClusterHome(path: "\(parent)/\(name)")
      for process in RunningProcess.all() where process.arguments.contains("--pgdata=\(draft.data)") {
        kill(-process.pid, SIGKILL)  // it leads a group of its own
        _ = await process.ended(within: .seconds(5))
      }
      try FileManager.default.removeItem(atPath: draft.path)
    }
  }

  private func makeDraft(_ draft: String) throws {
    guard mkdir(draft, 0o711) == 0 else { throw POSIXError.current }
    try openForServer(draft)
    try user.makeFolder("\(draft)/data")
  }

  /// Whatever the umask: the server's user passes through on the way to its own folder.
  private func openForServer(_ folder: String) throws {
    guard chmod(folder, 0o711) == 0 else { throw POSIXError.current }
  }

  private func initialise(_ draft: ClusterHome) async throws {
    let password = (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
    let passwordForInitdb = "\(draft.path)/initdb-password"
    try PrivateFile.write(password, to: draft.passwordFile)
    try PrivateFile.write(password, to: passwordForInitdb)
    try user.own(passwordForInitdb)
    var command = [
      programs.initdb, "--pgdata=\(draft.data)", "--pwfile=\(passwordForInitdb)",
      "--username=\(DevelopmentCluster.superuser)", "--auth=scram-sha-256", "--encoding=UTF8",
      "--locale=C.UTF-8", "--data-checksums", "--no-instructions",
    ]
    if durability == .volatile { command.append("--no-sync") }
    guard try await ChildProgram.run(user.command(command), log: place.log) else {
      throw ClusterError("PostgreSQL could not make a cluster; \(place.log) tells why.")
    }
    unlink(passwordForInitdb)
    try overwrite("\(draft.data)/pg_hba.conf", with: "local all all scram-sha-256\n")
  }

  /// Replaces the content of a file and leaves owner and mode as they are.
  private func overwrite(_ path: String, with text: String) throws {
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.truncate(atOffset: 0)
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }
}
