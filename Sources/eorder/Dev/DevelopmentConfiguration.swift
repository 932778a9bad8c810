import Foundation
import Tenancy

/// Writes the configuration that every other command finds in the data folder.
struct DevelopmentConfiguration: Sendable {
  static let databaseName = "eorder"

  let folder: DevelopmentFolder
  let cluster: DevelopmentCluster
  let masterKey: MasterKey
  let tenantsFolder: String
  let migrationsFolder: String

  /// The passwords of the two base roles follow from the master key, so that no other file has to keep them.
  func password(of role: String) -> Secret<String> { Secret(masterKey.password(role: role, epoch: 0)) }

  /// - Returns: the settings as they are read back.
  func write(_ ports: DevelopmentPorts) throws -> Settings {
    let environment = ProcessInfo.processInfo.environment
    func loopback(_ port: Int?) -> String {
      port.map { ListenAddress.loopback(port: $0).map(\.description).joined(separator: ",") } ?? ""
    }
    func url(_ role: String) -> Secret<String> {
      cluster.url(user: role, password: password(of: role), database: Self.databaseName).text
    }
    let values: [(SettingKey, Secret<String>)] = [
      (.database, url("eorder_control")), (.operatorDatabase, url("eorder_migrator")),
      (.listen, Secret(loopback(ports.https))), (.httpListen, Secret(loopback(ports.http))),
      (.metricsListen, Secret(loopback(ports.metrics))), (.tlsFolder, Secret(folder.tls.path)),
      (.masterKeyFile, Secret(folder.masterKey.path)), (.operatorKeyFile, Secret(folder.operatorKey.path)),
      (.mailServer, Secret(environment[SettingKey.mailServer.rawValue] ?? "")),
      (.mailSender, Secret(environment[SettingKey.mailSender.rawValue] ?? "")),
      (.tenantsFolder, Secret(tenantsFolder)), (.migrationsFolder, Secret(migrationsFolder)),
      (.logLevel, Secret(environment[SettingKey.logLevel.rawValue] ?? "notice")),
    ]
    try SettingsFile.write(values, to: folder.configuration)
    return try Settings(try SettingsFile.read(folder.configuration))
  }
}
