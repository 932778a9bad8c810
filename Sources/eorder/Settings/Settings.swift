import Logging

/// The configuration of one process: understood and checked, with defaults in place.
///
/// Settings without a default that a program cannot do without are read by `try`: the error is the sentence
/// with which the start ends.
struct Settings: Sendable {
  let domain: String
  let listen: [ListenAddress]
  /// Empty where plain HTTP is off.
  let httpListen: [ListenAddress]
  /// Empty where metrics are off.
  let metricsListen: [ListenAddress]
  /// The whole URL, with its password; nil where no mail is sent.
  let mailServer: Secret<String>?
  let mailSender: String
  let poolConnections: Int
  let tenantsFolder: String
  let migrationsFolder: String
  let logLevel: Logger.Level

  private let databaseURL: DatabaseURL?
  private let operatorDatabaseURL: DatabaseURL?
  private let paths: [SettingKey: String]

  /// - Throws: `SettingsError` for the first value that is wrong.
  init(_ texts: [SettingKey: SettingText]) throws(SettingsError) {
    let reader = SettingReader(texts: texts)
    domain = try reader.domain(.domain) ?? "localhost"
    listen = try reader.addresses(.listen) ?? ListenAddress.loopback(port: 8443)
    httpListen = try reader.addresses(.httpListen) ?? []
    metricsListen = try reader.addresses(.metricsListen) ?? []
    mailServer = try reader.mailServer(.mailServer)
    mailSender = try reader.mailAddress(.mailSender) ?? "e-order@\(domain)"
    poolConnections = try reader.integer(.poolConnections, in: 2...10_000) ?? 64
    tenantsFolder = texts[.tenantsFolder]?.value ?? "Tenants"
    migrationsFolder = texts[.migrationsFolder]?.value ?? "Migrations"
    logLevel = try reader.logLevel(.logLevel) ?? .info
    databaseURL = try reader.databaseURL(.database)
    operatorDatabaseURL = try reader.databaseURL(.operatorDatabase)
    paths = texts.mapValues(\.value).filter {
      [.tlsFolder, .masterKeyFile, .operatorKeyFile].contains($0.key)
    }
  }

  /// Whether this process is given the operator's login.
  var hasOperatorDatabase: Bool { operatorDatabaseURL != nil }
  var hasDatabase: Bool { databaseURL != nil }

  var database: DatabaseURL { get throws(SettingsError) { try present(databaseURL, .database) } }
  var operatorDatabase: DatabaseURL {
    get throws(SettingsError) { try present(operatorDatabaseURL, .operatorDatabase) }
  }
  var tlsFolder: String { get throws(SettingsError) { try present(paths[.tlsFolder], .tlsFolder) } }
  var masterKeyFile: String {
    get throws(SettingsError) { try present(paths[.masterKeyFile], .masterKeyFile) }
  }
  var operatorKeyFile: String {
    get throws(SettingsError) { try present(paths[.operatorKeyFile], .operatorKeyFile) }
  }

  private func present<Value>(_ value: Value?, _ key: SettingKey) throws(SettingsError) -> Value {
    guard let value else { throw .missing(key) }
    return value
  }
}
