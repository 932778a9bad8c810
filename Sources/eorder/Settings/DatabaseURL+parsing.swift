/// Why a text is no database URL, as the end of "EORDER_DATABASE_URL …"; never any part of the text itself.
struct DatabaseURLError: Error, Equatable {
  let reason: String
}

extension DatabaseURL {
  /// Keywords that a URL may carry. `options` and the like are missing on purpose: what a session needs
  /// stands on its role.
  private static let queryKeywords: Set = [
    "host", "hostaddr", "port", "user", "password", "passfile", "dbname", "connect_timeout",
    "application_name", "target_session_attrs", "load_balance_hosts", "channel_binding", "require_auth",
    "keepalives", "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout",
    "sslmode", "sslrootcert", "sslcert", "sslkey", "sslpassword", "sslcrl", "sslcrldir", "sslsni",
    "ssl_min_protocol_version", "ssl_max_protocol_version", "gssencmode", "krbsrvname",
  ]

  /// - Throws: `DatabaseURLError` with the first reason why `text` cannot be used.
  init(_ text: String) throws(DatabaseURLError) {
    guard let scheme = ["postgresql://", "postgres://"].first(where: { text.hasPrefix($0) }) else {
      throw DatabaseURLError(reason: "must begin with postgresql://")
    }
    let afterScheme = text.dropFirst(scheme.count)
    let (beforeQuery, query) = Self.cut(afterScheme, at: "?")
    let (authority, path) = Self.cut(beforeQuery, at: "/")
    var found: [String: String] = [:]
    let hosts = try Self.readLogin(authority, into: &found)
    try Self.readHosts(hosts, into: &found)
    if let path, !path.isEmpty { found["dbname"] = try Self.decode(path, "the database name") }
    try Self.readQuery(query ?? "", into: &found)
    try Self.checkPorts(found)
    if found["sslmode"] == nil && Self.leavesMachine(found) { found["sslmode"] = "verify-full" }
    self.init(parameters: found)
  }

  /// Reads `user:password@` and gives back what follows it.
  private static func readLogin(
    _ authority: Substring, into found: inout [String: String]
  ) throws(DatabaseURLError) -> Substring {
    guard let at = authority.lastIndex(of: "@") else { return authority }
    let (user, password) = cut(authority[..<at], at: ":")
    if !user.isEmpty { found["user"] = try decode(user, "the user") }
    if let password, !password.isEmpty { found["password"] = try decode(password, "the password") }
    return authority[authority.index(after: at)...]
  }

  private static func readHosts(
    _ list: Substring, into found: inout [String: String]
  ) throws(DatabaseURLError) {
    guard !list.isEmpty else { return }
    var hosts: [String] = []
    var ports: [String] = []
    for entry in list.split(separator: ",", omittingEmptySubsequences: false) {
      let (host, port) = try splitHost(entry)
      hosts.append(try decode(host, "a host"))
      ports.append(try decode(port, "a port"))
    }
    if hosts.contains(where: { !$0.isEmpty }) { found["host"] = hosts.joined(separator: ",") }
    if ports.contains(where: { !$0.isEmpty }) { found["port"] = ports.joined(separator: ",") }
  }

  private static func splitHost(_ entry: Substring) throws(DatabaseURLError) -> (Substring, Substring) {
    guard entry.hasPrefix("[") else {
      let (host, port) = cut(entry, at: ":")
      return (host, port ?? "")
    }
    guard let end = entry.firstIndex(of: "]") else { throw DatabaseURLError(reason: "lacks a ] after [") }
    let rest = entry[entry.index(after: end)...]
    guard rest.isEmpty || rest.hasPrefix(":") else {
      throw DatabaseURLError(reason: "has something other than a port after ]")
    }
    return (entry[entry.index(after: entry.startIndex)..<end], rest.dropFirst())
  }

  private static func readQuery(
    _ query: Substring, into found: inout [String: String]
  ) throws(DatabaseURLError) {
    for pair in query.split(separator: "&") {
      let (name, value) = cut(pair, at: "=")
      let keyword = try decode(name, "a keyword")
      guard queryKeywords.contains(keyword) else {
        throw DatabaseURLError(reason: "has a keyword after ? that is unknown or not allowed here")
      }
      found[keyword] = try decode(value ?? "", keyword)
    }
  }

  private static func checkPorts(_ found: [String: String]) throws(DatabaseURLError) {
    guard let list = found["port"] else { return }
    let ports = list.split(separator: ",", omittingEmptySubsequences: false)
    let places = (found["host"] ?? found["hostaddr"] ?? "").split(
      separator: ",", omittingEmptySubsequences: false)
    guard ports.allSatisfy({ $0.isEmpty || UInt16($0).map { $0 > 0 } == true }) else {
      throw DatabaseURLError(reason: "has a port that is not a number from 1 to 65535")
    }
    guard ports.count == 1 || ports.count == places.count else {
      throw DatabaseURLError(reason: "has not as many ports as hosts")
    }
  }

  /// Whether any of the hosts is neither a Unix socket nor this machine itself.
  private static func leavesMachine(_ found: [String: String]) -> Bool {
    let places = [found["host"], found["hostaddr"]].compactMap(\.self)
      .flatMap { $0.split(separator: ",") }
    return places.contains { place in
      !place.hasPrefix("/") && !place.hasPrefix("@") && !["localhost", "127.0.0.1", "::1"].contains(place)
    }
  }

  private static func decode(_ text: Substring, _ part: String) throws(DatabaseURLError) -> String {
    guard let decoded = PercentEncoding.decode(text) else {
      throw DatabaseURLError(reason: "has a broken % escape in \(part)")
    }
    return decoded
  }

  private static func cut(_ text: Substring, at separator: Character) -> (Substring, Substring?) {
    guard let place = text.firstIndex(of: separator) else { return (text, nil) }
    return (text[..<place], text[text.index(after: place)...])
  }
}
