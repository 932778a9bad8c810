import EOrderRules
import Foundation
import Logging
import Postgres
import Tenancy

/// What the settings name: databases, keys and the folders of rules and migrations, each read when it is needed.
struct Installation: Sendable {
  let settings: Settings
  let logger: Logger

  init(_ settings: Settings) {
    self.settings = settings
    var logger = Logger(label: "eorder") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = settings.logLevel
    self.logger = logger
  }

  /// - Throws: `SettingsError` where the database is not set.
  func control() throws -> ControlDatabase { ControlDatabase(try controlTarget, logger: logger) }

  private var controlTarget: ConnectionTarget {
    get throws {
      ConnectionTarget(
        keywords: try settings.database.keywords, expectedRole: "eorder_control", expectedSchema: "control")
    }
  }

  /// - Throws: `SettingsError` where the operator's database is not set.
  var migrator: ConnectionTarget {
    get throws {
      ConnectionTarget(keywords: try settings.operatorDatabase.keywords, expectedRole: "eorder_migrator")
    }
  }

  func tenants() throws -> TenantDatabase {
    TenantDatabase(
      try controlTarget, masterKey: try masterKey, budget: settings.poolConnections, logger: logger)
  }

  var masterKey: MasterKey { get throws { try MasterKeyFile(path: try settings.masterKeyFile).read() } }

  /// The key that `eorder operate` alone reads.
  /// - Throws: `SettingsError` where it is not set, cannot be read, or lies open to everybody.
  var operatorKey: MasterKey {
    get throws {
      let file = MasterKeyFile(path: try settings.operatorKeyFile)
      try file.checkSecrecy()
      return try file.read()
    }
  }

  /// - Throws: `SettingsError` where the operator's key is not there, or is the service's key under another name.
  func checkOperatorKey() throws {
    guard try operatorKey.derive("same") != masterKey.derive("same") else {
      throw SettingsError(
        "\(SettingKey.operatorKeyFile.rawValue) and \(SettingKey.masterKeyFile.rawValue) must hold different keys: "
          + "the service may not open sealed offers.")
    }
  }

  var tenantsFolder: URL { URL(fileURLWithPath: settings.tenantsFolder) }

  /// - Throws: `RuleFileFailure` naming the file.
  func national() throws -> NationalRules {
    try NationalFile.read(at: tenantsFolder.appending(path: "national/rules.yaml").path)
  }

  /// - Throws: `SettingsError` where the folder is not there; `MigrationError`.
  func migrations() throws -> Migrations {
    guard FileManager.default.fileExists(atPath: settings.migrationsFolder) else {
      throw SettingsError(
        "There is no folder of migrations \(settings.migrationsFolder): set \(SettingKey.migrationsFolder.rawValue)."
      )
    }
    return try Migrations(folder: URL(fileURLWithPath: settings.migrationsFolder))
  }

  /// Runs one piece of work with a connection of the migrator.
  func withMigrator<T: Sendable>(_ body: (borrowing MigratorConnection) async throws -> T) async throws -> T {
    let connection = try await MigratorConnection(try migrator, logger: logger)
    do {
      let value = try await body(connection)
      await connection.close()
      return value
    } catch {
      await connection.close()
      throw error
    }
  }

  /// The clock as the database has it now.
  func clock(_ control: ControlDatabase) async throws -> ServiceClock {
    let clock = ServiceClock()
    try await clock.read(control)
    return clock
  }

  /// `https://<host>`, with the first port that is listened on unless it is 443.
  func url(host: String) -> String {
    let port = settings.listen.first?.port ?? 443
    return "https://\(host)" + (port == 443 ? "" : ":\(port)")
  }
}
