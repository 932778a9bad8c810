/// The programs that read settings.
enum SettingUser: String, Sendable {
  case serve, `operate`, commands
}

/// What `--help` tells of a setting.
struct SettingEntry: Sendable {
  /// A clause that goes on from "… is not set: ".
  let meaning: String
  let standard: String?
  let users: [SettingUser]
  let isSecret: Bool

  init(_ meaning: String, standard: String? = nil, users: [SettingUser], isSecret: Bool = false) {
    self.meaning = meaning
    self.standard = standard
    self.users = users
    self.isSecret = isSecret
  }
}

extension SettingKey {
  var entry: SettingEntry {
    switch self {
    case .database:
      SettingEntry(
        "the postgresql:// URL that role eorder_control logs in with; several hosts and "
          + "?host=%2Ffolder for a Unix socket are understood, TLS is verified unless it says otherwise",
        users: [.serve, .operate, .commands], isSecret: true)
    case .operatorDatabase:
      SettingEntry(
        "the postgresql:// URL that role eorder_migrator logs in with",
        users: [.operate, .commands], isSecret: true)
    case .domain:
      SettingEntry(
        "the domain under which the hosts admin.<domain> and <slug>.<domain> stand",
        standard: "localhost", users: [.serve, .operate, .commands])
    case .listen:
      SettingEntry(
        "the addresses and ports on which HTTPS is served, with commas between them",
        standard: "127.0.0.1:8443,[::1]:8443", users: [.serve])
    case .httpListen:
      SettingEntry(
        "the addresses and ports of plain HTTP, which redirects and answers /healthz and /readyz",
        users: [.serve])
    case .metricsListen:
      SettingEntry("the addresses and ports on which /metrics is served", users: [.serve])
    case .tlsFolder:
      SettingEntry("the folder of certificates and their keys", users: [.serve, .operate])
    case .masterKeyFile:
      SettingEntry(
        "the file of the master key, from which database passwords and data keys are derived",
        users: [.serve, .operate, .commands])
    case .operatorKeyFile:
      SettingEntry(
        "the file of the keys that open sealed offers and sign checkpoints",
        users: [.operate, .commands])
    case .mailServer:
      SettingEntry(
        "the smtp:// or smtps:// URL of the mail server; no mail leaves without it",
        users: [.serve], isSecret: true)
    case .mailSender:
      SettingEntry(
        "the address from which mail is sent",
        standard: "e-order@<domain>", users: [.serve])
    case .poolConnections:
      SettingEntry(
        "how many connections to the database this process may hold in all (2 to 10000)",
        standard: "64", users: [.serve])
    case .tenantsFolder:
      SettingEntry(
        "the folder of the tenant files and national rules",
        standard: "Tenants", users: [.serve, .operate, .commands])
    case .migrationsFolder:
      SettingEntry(
        "the folder of the migrations",
        standard: "Migrations", users: [.operate, .commands])
    case .logLevel:
      SettingEntry(
        "the least level that is logged: trace, debug, info, notice, warning, error or critical",
        standard: "info", users: [.serve, .operate, .commands])
    }
  }
}
