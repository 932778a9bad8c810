import Foundation
import Logging
import Testing

@testable import eorder

@Suite struct SettingsTests {
  @Test func defaultsHoldWhereNothingIsSet() throws {
    let settings = try Settings([:])
    #expect(settings.domain == "localhost")
    #expect(settings.listen.map(\.description) == ["127.0.0.1:8443", "[::1]:8443"])
    #expect(settings.httpListen.isEmpty && settings.metricsListen.isEmpty)
    #expect(settings.poolConnections == 64 && settings.logLevel == .info)
    #expect(settings.mailSender == "e-order@localhost" && settings.mailServer == nil)
  }

  @Test func aMissingSettingIsNamedWithItsMeaning() throws {
    let settings = try Settings([:])
    let error = #expect(throws: SettingsError.self) { try settings.masterKeyFile }
    #expect(
      error?.description.hasPrefix("EORDER_MASTER_KEY_FILE is not set: the file of the master key") == true)
    #expect(throws: SettingsError.self) { try settings.database }
  }

  @Test func theEnvironmentWinsOverTheFile() throws {
    let folder = try temporaryFolder()
    try SettingsFile.write(
      [(.domain, Secret("file.example")), (.poolConnections, Secret("9"))], to: "\(folder)/eorder.conf")
    let settings = try Settings.load(environment: ["EORDER_DOMAIN": "env.example"], dataFolder: folder)
    #expect(settings.domain == "env.example" && settings.poolConnections == 9)
    let named = try Settings.load(environment: ["EORDER_CONFIG": "\(folder)/eorder.conf"])
    #expect(named.domain == "file.example")
  }

  @Test func aDataFolderWithoutConfigurationIsRefused() throws {
    let folder = try temporaryFolder()
    #expect(throws: SettingsError("There is no \(folder)/eorder.conf: eorder dev --data \(folder) makes it."))
    {
      try Settings.load(environment: [:], dataFolder: folder)
    }
  }

  @Test func anUnknownNameTellsTheNearest() {
    #expect(
      throws: SettingsError(
        "There is no setting EORDER_DATABSE_URL (in the environment); the nearest is EORDER_DATABASE_URL.")
    ) { try Settings.load(environment: ["EORDER_DATABSE_URL": "x"], dataFolder: nil) }
    #expect(throws: SettingsError("There is no setting POOL (line 2 of f); the nearest is EORDER_DOMAIN.")) {
      try SettingsFile.parse("# c\nPOOL=1\n", path: "f")
    }
  }

  @Test(arguments: [
    "EORDER_BINARY", "EORDER_TEST_DATABASE_URL", "EORDER_SERVICE_HOST", "EORDER_PORT_443_TCP",
  ])
  func namesOfTestsAndKubernetesPass(name: String) throws {
    _ = try Settings.load(environment: [name: "tcp://10.0.0.1:443"])
  }

  @Test func aFileWithSecretsMustBePrivate() throws {
    let path = try temporaryFolder() + "/eorder.conf"
    try SettingsFile.write([(.database, Secret("postgresql://u:geheim@/db"))], to: path)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    _ = try SettingsFile.read(path)
    chmod(path, 0o640)
    _ = try SettingsFile.read(path)
    chmod(path, 0o644)
    let error = #expect(throws: SettingsError.self) { try SettingsFile.read(path) }
    #expect(
      error?.description.contains("chmod 600") == true && error?.description.contains("geheim") == false)
    try SettingsFile.write([(.domain, Secret("a.example"))], to: path)
    chmod(path, 0o644)
    _ = try SettingsFile.read(path)
  }

  @Test func linesOfTheFile() throws {
    let texts = try SettingsFile.parse(
      "\n # note\n EORDER_DOMAIN = a.example \r\nEORDER_LOG_LEVEL=\nEORDER_SMTP_URL=smtp://a/?x=1#y",
      path: "f")
    #expect(texts.mapValues(\.value) == [.domain: "a.example", .mailServer: "smtp://a/?x=1#y"])
    #expect(throws: SettingsError("There is no NAME=VALUE in line 1 of f.")) {
      try SettingsFile.parse("EORDER_DOMAIN", path: "f")
    }
    #expect(throws: SettingsError("EORDER_DOMAIN is set twice (line 2 of f).")) {
      try SettingsFile.parse("EORDER_DOMAIN=a\nEORDER_DOMAIN=b", path: "f")
    }
  }

  @Test(arguments: [
    ("EORDER_LISTEN", "8443"), ("EORDER_LISTEN", "localhost:8443"), ("EORDER_LISTEN", "127.0.0.1:8443,"),
    ("EORDER_LISTEN", "::1:8443"), ("EORDER_LISTEN", "127.0.0.1:65536"), ("EORDER_LISTEN", "127.0.0.1:+1"),
    ("EORDER_LISTEN", "[127.0.0.1]:1"), ("EORDER_DOMAIN", "Example.id"), ("EORDER_DOMAIN", "a..b"),
    ("EORDER_DOMAIN", "-a"), ("EORDER_POOL_CONNECTIONS", "1"), ("EORDER_POOL_CONNECTIONS", "viele"),
    ("EORDER_LOG_LEVEL", "loud"), ("EORDER_MAIL_FROM", "nobody"), ("EORDER_SMTP_URL", "http://geheim@x"),
    ("EORDER_SMTP_URL", "smtp:///geheim"), ("EORDER_DATABASE_URL", "mysql://u:geheim@h/d"),
    ("EORDER_OPERATOR_DATABASE_URL", "postgresql://u:geheim@h:0/d"),
  ])
  func wrongValuesAreNamedAndSecretsAreNotShown(name: String, value: String) {
    let error = #expect(throws: SettingsError.self) { try Settings.load(environment: [name: value]) }
    #expect(error?.description.hasPrefix(name) == true && error?.description.hasSuffix(".") == true)
    #expect(error?.description.contains("geheim") == false)
  }

  @Test func nothingOfASecretIsShown() throws {
    let settings = try Settings.load(environment: [
      "EORDER_DATABASE_URL": "postgresql://u:geheim@h/d", "EORDER_SMTP_URL": "smtp://u:geheim@h",
    ])
    var dumped = ""
    dump(settings, to: &dumped)
    for text in [dumped, "\(settings)", String(reflecting: settings), "\(Secret("geheim"))"] {
      #expect(!text.contains("geheim"))
    }
    #expect(try settings.database.parameters["password"] == "geheim")
  }

  @Test func helpNamesEverySetting() {
    for key in SettingKey.allCases { #expect(Settings.help.contains("  \(key.rawValue)  (")) }
  }
}

func temporaryFolder() throws -> String {
  let folder = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID())").path()
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  return folder
}
