/// Where a database is and who logs in: the keywords that libpq connects with.
///
/// Read from `postgresql://[user[:password]@][host[:port][,host[:port]…]][/database][?keyword=value&…]` or
/// `postgres://…`, every part percent-encoded; a Unix socket's folder is `?host=%2Ffolder` or a host of that
/// form. To a host in a network the server's certificate and name are verified unless the URL has an
/// `sslmode`. Descriptions never show the password.
struct DatabaseURL: Sendable, Equatable {
  /// libpq's keywords and their values; several hosts and their ports have commas between them.
  private(set) var parameters: [String: String]

  init(parameters: [String: String]) { self.parameters = parameters }

  /// A server on this machine that listens on a Unix socket in `socketFolder`.
  init(socketFolder: String, user: String, password: Secret<String>, database: String) {
    self.init(parameters: [
      "host": socketFolder, "port": "5432", "user": user, "password": password.revealed, "dbname": database,
    ])
  }

  /// What libpq is given, the password included.
  var keywords: [(name: String, value: String)] {
    parameters.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
  }

  /// The same server and database for another login.
  func login(user: String, password: Secret<String>) -> DatabaseURL {
    var changed = self
    changed.parameters["user"] = user
    changed.parameters["password"] = password.revealed
    return changed
  }

  /// The same server and login with another database.
  func database(_ name: String) -> DatabaseURL {
    var changed = self
    changed.parameters["dbname"] = name
    return changed
  }
}
