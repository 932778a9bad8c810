import CLibPQ
import Foundation
import Logging
import Testing

@testable import Postgres

/// The real PostgreSQL that these tests run against.
enum TestServer {
  static let variable = "EORDER_TEST_DATABASE_URL"

  /// Where the server is, with further keywords of libpq.
  static func target(_ keywords: [(name: String, value: String)] = []) throws -> ConnectionTarget {
    guard let url = ProcessInfo.processInfo.environment[variable], !url.isEmpty else {
      throw ServerMissing(
        description: "\(variable) is not set: it must name a PostgreSQL server as its superuser, "
          + "for instance postgresql:///postgres?host=%2Frun%2Fpostgresql&user=postgres")
    }
    return ConnectionTarget(keywords: try parse(url) + keywords)
  }

  /// With settings of the session, as a role would have them.
  static func target(settings: [String: String]) throws -> ConnectionTarget {
    try target([("options", settings.map { "-c \($0)=\($1)" }.joined(separator: " "))])
  }

  static func connect(
    _ target: ConnectionTarget? = nil, patience: Duration = Connection.exchangeTimeout,
    logger: Logger = .silent
  ) async throws -> Connection {
    let target = try target ?? self.target()
    return try await Connection.open(target, timeout: .seconds(20), patience: patience, logger: logger)
  }

  private static func parse(_ url: String) throws -> [(name: String, value: String)] {
    guard let options = PQconninfoParse(url, nil) else {
      throw ServerMissing(description: "\(variable) is no URL that libpq understands")
    }
    defer { PQconninfoFree(options) }
    var keywords: [(name: String, value: String)] = []
    var option = options
    while let name = option.pointee.keyword {
      if let value = option.pointee.val {
        keywords.append((String(cString: name), String(cString: value)))
      }
      option += 1
    }
    return keywords
  }
}

/// Why no test of this module can run; a test that meets it fails.
struct ServerMissing: Error, CustomStringConvertible {
  let description: String
}

extension Logger {
  static var silent: Logger { Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() } }
}

extension Connection {
  /// One statement.
  nonisolated func run(_ statement: SQL) async throws -> Postgres.Result {
    try await exchange([statement])[0]
  }

  /// The single value of a single row.
  nonisolated func value<Value: SQLDecodable & Sendable>(
    _ type: Value.Type, _ statement: SQL
  ) async throws -> Value {
    try #require(try await run(statement).first(as: Value.self))
  }
}
