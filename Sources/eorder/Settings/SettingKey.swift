/// Every setting that there is, under its name in the environment.
enum SettingKey: String, CaseIterable, Sendable {
  case database = "EORDER_DATABASE_URL"
  case operatorDatabase = "EORDER_OPERATOR_DATABASE_URL"
  case domain = "EORDER_DOMAIN"
  case listen = "EORDER_LISTEN"
  case httpListen = "EORDER_HTTP_LISTEN"
  case metricsListen = "EORDER_METRICS_LISTEN"
  case tlsFolder = "EORDER_TLS_DIR"
  case masterKeyFile = "EORDER_MASTER_KEY_FILE"
  case operatorKeyFile = "EORDER_OPERATOR_KEY_FILE"
  case mailServer = "EORDER_SMTP_URL"
  case mailSender = "EORDER_MAIL_FROM"
  case poolConnections = "EORDER_POOL_CONNECTIONS"
  case tenantsFolder = "EORDER_TENANTS_DIR"
  case migrationsFolder = "EORDER_MIGRATIONS_DIR"
  case logLevel = "EORDER_LOG_LEVEL"

  /// The key whose name takes the fewest edits from `name`.
  static func nearest(to name: String) -> SettingKey {
    let distances = allCases.map { (key: $0, edits: editDistance(name, $0.rawValue)) }
    return distances.min { $0.edits < $1.edits }?.key ?? .database
  }
}

/// How many single-character insertions, removals and replacements lie between two texts.
func editDistance(_ one: String, _ other: String) -> Int {
  let columns = Array(other.utf8)
  var above = Array(0...columns.count)
  for (row, character) in one.utf8.enumerated() {
    var current = [row + 1]
    for (column, candidate) in columns.enumerated() {
      let replaced = above[column] + (character == candidate ? 0 : 1)
      current.append(min(replaced, above[column + 1] + 1, current[column] + 1))
    }
    above = current
  }
  return above[columns.count]
}
