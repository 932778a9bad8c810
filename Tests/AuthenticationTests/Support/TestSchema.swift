import EOrderRules
import Foundation
import Logging
import Postgres

@testable import Authentication

/// The tables of people and sessions in a schema of one test's own.
final class TestSchema: Sendable {
  static let now = Date(timeIntervalSince1970: 1_803_862_800)  // 2027-03-01 09:00 in Jakarta

  let name: String
  let lease: MigratorConnection

  private init(_ name: String, _ lease: consuming MigratorConnection) {
    self.name = name
    self.lease = lease
  }

  static func make() async throws -> TestSchema {
    let name = "auth_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Migrations/tenant").standardizedFileURL
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter {
        $0.hasSuffix("_people.sql") && $0.hasPrefix("0001") || $0.hasSuffix("_offices.sql")
          || $0.hasSuffix("_addresses.sql") || $0.hasSuffix("_second_factor.sql")
      }.sorted()
    let tables = try names.map {
      try String(contentsOf: folder.appending(path: $0), encoding: .utf8).replacing(
        ":role", with: "CURRENT_USER")
    }.joined()
    let lease = try await connect()
    try await lease.execute(script: "CREATE SCHEMA \(name); SET search_path = \(name)")
    try await lease.execute(script: tables)
    return TestSchema(name, lease)
  }

  /// The same tables over another connection.
  func second() async throws -> TestSchema {
    let lease = try await Self.connect()
    try await lease.execute(script: "SET search_path = \(name)")
    return TestSchema(name, lease)
  }

  private static func connect() async throws -> MigratorConnection {
    guard let text = ProcessInfo.processInfo.environment["EORDER_TEST_DATABASE_URL"],
      let url = URLComponents(string: text)
    else { throw ServerMissing() }
    var keywords = (url.queryItems ?? []).map { (name: $0.name, value: $0.value ?? "") }
    if let user = url.user { keywords.append((name: "user", value: user)) }
    if let password = url.password { keywords.append((name: "password", value: password)) }
    keywords.append((name: "dbname", value: String(url.path.dropFirst())))
    let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
    return try await MigratorConnection(ConnectionTarget(keywords: keywords), logger: logger)
  }

  /// An account with a password, or without one.
  @discardableResult
  func account(_ email: String, _ password: String?) async throws -> UUID {
    let id = UUID.version7(at: Self.now)
    let hash = try await password.asyncMap { try await PasswordHasher.forTests.hash($0) }
    try await lease.transaction { transaction in
      transaction.enqueue(
        """
        INSERT INTO app_user (id, email, name, person, password_hash, created_at)
        VALUES (\(id), \(email), 'Seseorang', \(email), \(hash), \(Self.now))
        """)
      transaction.enqueue(
        "INSERT INTO user_role (user_id, role, granted_at) VALUES (\(id), 'auditor', \(Self.now))")
    }
    return id
  }

  func signIn(
    _ email: String, _ password: String, address: String = "192.0.2.1", at now: Date = TestSchema.now
  ) async throws -> SignIn.Session {
    try await SignIn(hasher: .forTests, realm: .tenant, factor: .forTests)(
      SignIn.Attempt(email: email, password: password, address: address, userAgent: nil), lease, at: now)
  }

  /// The only cell of a statement's row.
  func cell<Value: SQLDecodable>(_ type: Value.Type, _ statement: SQL) async throws -> Value? {
    try await lease.query(statement).scalar(type)
  }
}

extension PasswordHasher {
  static let forTests = PasswordHasher(pepper: Array(repeating: 7, count: 32))
}

extension SecondFactor {
  static let forTests = SecondFactor(SeedKey(Array(repeating: 9, count: 32), realm: "uji"))
}

struct ServerMissing: Error, CustomStringConvertible {
  var description: String { "EORDER_TEST_DATABASE_URL has to name a PostgreSQL server as its superuser" }
}

extension Optional {
  fileprivate func asyncMap<T>(_ transform: (Wrapped) async throws -> T) async rethrows -> T? {
    guard let self else { return nil }
    return try await transform(self)
  }
}
