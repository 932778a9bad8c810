import Foundation
import Logging
import Postgres

@testable import Tenancy

/// A database of its own for one test, in the server that `EORDER_TEST_DATABASE_URL` names.
struct TestDatabase: Sendable {
  let target: ConnectionTarget
  let name: String
  static let logger = Logger(label: "test")

  /// Keywords of the URL in the environment: `postgresql:///postgres?host=…&user=…`.
  static func superuser(database: String? = nil) throws -> ConnectionTarget {
    guard let text = ProcessInfo.processInfo.environment["EORDER_TEST_DATABASE_URL"],
      let url = URLComponents(string: text)
    else { throw Missing() }
    var keywords = (url.queryItems ?? []).map { (name: $0.name, value: $0.value ?? "") }
    if let host = url.host, !host.isEmpty { keywords.append((name: "host", value: host)) }
    if let port = url.port { keywords.append((name: "port", value: "\(port)")) }
    if let user = url.user { keywords.append((name: "user", value: user)) }
    if let password = url.password { keywords.append((name: "password", value: password)) }
    keywords.append((name: "dbname", value: database ?? String(url.path.dropFirst())))
    return ConnectionTarget(keywords: keywords)
  }

  struct Missing: Error, CustomStringConvertible {
    var description: String { "set EORDER_TEST_DATABASE_URL to a superuser's URL; deploy/test does" }
  }

  static func create() async throws -> TestDatabase {
    let name = "tenancy_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
    let server = try await MigratorConnection(try superuser(), logger: logger)
    try await server.execute(script: "CREATE DATABASE \(name)")
    await server.close()
    return TestDatabase(target: try superuser(database: name), name: name)
  }
}
