extension DatabaseURL: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The URL as it is written into a configuration file, password included.
  var text: Secret<String> { Secret(written { PercentEncoding.encode($0) }) }

  /// The URL with the password masked.
  var description: String { written { _ in "•••" } }
  var debugDescription: String { description }
  var customMirror: Mirror { Mirror(self, children: []) }

  /// All but login and database stand in the query, where any host can be written.
  private func written(password: (String) -> String) -> String {
    var login = parameters["user"].map(PercentEncoding.encode) ?? ""
    if let secret = parameters["password"] { login += ":\(password(secret))" }
    if !login.isEmpty { login += "@" }
    let path = parameters["dbname"].map { "/\(PercentEncoding.encode($0))" } ?? ""
    let query = keywords.filter { !["user", "password", "dbname"].contains($0.name) }
      .map { "\($0.name)=\(PercentEncoding.encode($0.value))" }
    return "postgresql://\(login)\(path)\(query.isEmpty ? "" : "?")\(query.joined(separator: "&"))"
  }
}
