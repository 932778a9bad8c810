import Foundation
import Logging
import Postgres
import Tenancy

/// Whether a data folder holds a year, and how far that went.
struct YearFolder: Sendable {
  let folder: DevelopmentFolder
  let cluster: DevelopmentCluster
  let logger: Logger

  private var isDone: Bool { FileManager.default.fileExists(atPath: folder.year) }
  private var isHalfMade: Bool { FileManager.default.fileExists(atPath: folder.yearBegun) }

  /// Before anything is read: half a year is of no use to anybody, so it makes room.
  /// - Throws: `SettingsError` where half a year would be served.
  func clear(wanted: Bool) async throws {
    guard isHalfMade else { return }
    guard wanted else {
      throw SettingsError(
        "The year in \(folder.path) was not finished: start with --demo year, which makes it anew.")
    }
    Console.note("The year in \(folder.path) was not finished; it is made anew.")
    try await superuser(
      "postgres", "DROP DATABASE IF EXISTS \(DevelopmentConfiguration.databaseName) WITH (FORCE)")
    for path in [folder.demonstrated, folder.demonstration] {
      try? FileManager.default.removeItem(atPath: path)
    }
  }

  /// Sets the clock back to the eve of the year.
  /// - Returns: when the year ends; nil where it has been made before.
  /// - Throws: `SettingsError` where the folder holds something else.
  func begin(_ installation: Installation) async throws -> Date? {
    if isDone { return nil }
    let (now, tenants) = try await standing(installation)
    guard tenants == 0 else {
      throw SettingsError(
        "\(folder.path) holds data already: --demo year needs a folder of its own (--data DIR).")
    }
    try PrivateFile.write("\n", to: folder.yearBegun)
    try await move(installation, by: -Double(365 + YearDemonstration.eve) * 86_400)
    // If the machine fails, the year is made anew: nothing has to be on disk at once.
    try await superuser(
      "postgres", "ALTER DATABASE \(DevelopmentConfiguration.databaseName) SET synchronous_commit = off")
    return now
  }

  /// The clock goes as it did, and everything is on disk.
  func end(_ installation: Installation) async throws {
    try await move(installation, by: Double(365 + YearDemonstration.eve) * 86_400)
    try await superuser(
      "postgres", "ALTER DATABASE \(DevelopmentConfiguration.databaseName) RESET synchronous_commit")
    try await superuser(DevelopmentConfiguration.databaseName, "ANALYZE")
    try await superuser("postgres", "CHECKPOINT")
    try FileManager.default.removeItem(atPath: folder.yearBegun)
  }

  private func standing(_ installation: Installation) async throws -> (Date, Int64) {
    let control = try installation.control()
    do {
      let now = try await installation.clock(control).now
      let count = try await control.withConnection { lease in
        try await lease.query("SELECT count(*) FROM tenant").scalar(Int64.self) ?? 0
      }
      await control.shutdown()
      return (now, count)
    } catch {
      await control.shutdown()
      throw error
    }
  }

  private func move(_ installation: Installation, by seconds: Double) async throws {
    let microseconds = Int64(seconds * 1_000_000)
    try await installation.withMigrator { connection in
      try await connection.transaction { transaction in
        transaction.enqueue("UPDATE clock SET offset_microseconds = offset_microseconds + \(microseconds)")
      }
    }
  }

  private func superuser(_ database: String, _ statement: String) async throws {
    let url = cluster.superuserURL(database: database)
    let connection = try await MigratorConnection(ConnectionTarget(keywords: url.keywords), logger: logger)
    do { try await connection.execute(script: statement) } catch {
      await connection.close()
      throw error
    }
    await connection.close()
  }
}
