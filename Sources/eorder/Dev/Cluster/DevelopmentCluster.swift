import Foundation
import Logging

/// The private PostgreSQL of a data folder: made when it is first needed, reached by a Unix socket only. As long
/// as this value lives, the folder is locked against every other process that would start it.
struct DevelopmentCluster: Sendable {
  static let superuser = "postgres"

  private let startUp: ServerStart
  private let password: Secret<String>
  private let locks: [FolderLock]

  /// Makes the cluster if need be and starts its server, or takes over the one that runs; it then takes
  /// connections.
  /// - Parameter folder: the data folder, made if need be.
  /// - Throws: `ClusterError`, also when the folder is in use; `CancellationError`.
  static func start(
    in folder: String, durability: ClusterDurability = .durable, logger: Logger
  ) async throws -> DevelopmentCluster {
    let place = try ClusterFolder(folder: folder)
    var locks = [try FolderLock(folder: place.folder)]
    let home = try await home(in: place, durability: durability, logger: logger)
    // A copy of the data folder points to the same home.
    if home.path != place.inside { locks.append(try FolderLock(folder: home.path)) }
    let cluster = try DevelopmentCluster(home: home, log: place.log, durability: durability, locks: locks)
    try await cluster.startUp.run()
    return cluster
  }

  private static func home(
    in place: ClusterFolder, durability: ClusterDurability, logger: Logger
  ) async throws -> ClusterHome {
    if let existing = try place.existing() { return existing }
    logger.info("Making a PostgreSQL cluster", metadata: ["folder": "\(place.folder)"])
    return try await ClusterCreation(in: place, durability: durability).run()
  }

  private init(
    home: ClusterHome, log: String, durability: ClusterDurability, locks: [FolderLock]
  ) throws(ClusterError) {
    let user = try ServerUser.owner(of: home.data)
    let name = try home.clusterName()
    let command = ServerCommand(
      programs: try .find(version: try home.version()), home: home, clusterName: name,
      socketFolder: try SocketFolder.make(for: name, user: user), durability: durability)
    startUp = ServerStart(command: command, user: user, log: log)
    password = try home.superuserPassword()
    self.locks = locks
  }

  /// Where the superuser logs in.
  func superuserURL(database: String = "postgres") -> DatabaseURL {
    url(user: Self.superuser, password: password, database: database)
  }

  /// Where a role of this cluster logs in.
  func url(user: String, password: Secret<String>, database: String) -> DatabaseURL {
    DatabaseURL(
      socketFolder: startUp.command.socketFolder, user: user, password: password, database: database)
  }

  /// Starts the server again whenever it has died, until the task is cancelled.
  ///
  /// Somebody may be restarting it by hand, so it has to be gone for a while; a start that somebody else was faster
  /// with is tried again.
  /// - Throws: `ClusterError` when it does not come up any more; `CancellationError` at the end.
  func keepRunning(logger: Logger) async throws {
    var (missed, failures) = (0, 0)
    while true {
      try await Task.sleep(for: .milliseconds(500))
      missed = startUp.server() == nil ? missed + 1 : 0
      guard missed >= Self.patience else { continue }
      logger.warning("PostgreSQL has ended and is started again")
      do {
        try await startUp.run()
        (missed, failures) = (0, 0)
      } catch let error as ClusterError {
        failures += 1
        if failures == Self.mostFailures { throw error }
        logger.warning("PostgreSQL could not be started", metadata: ["error": "\(error)"])
      }
    }
  }

  /// Half seconds without a server before it is started.
  private static let patience = 4
  private static let mostFailures = 5

  /// Ends the server: open transactions are rolled back, all else is on disk. Not cut short by cancellation.
  /// - Throws: `ClusterError` when it cannot be ended.
  func stop() async throws(ClusterError) {
    try await startUp.server()?.stop()
    rmdir(startUp.command.socketFolder)
  }
}
