import Foundation
import Logging
import Postgres
import StrictJSON

@testable import AuditLog

/// A province's schema in a database of its own, by the shipped migrations, with a small story in it.
struct TestLog: Sendable {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let start = Date(timeIntervalSince1970: 1_800_000_000)

  private let target: ConnectionTarget
  let order = UUID.version7(at: start)
  let vendor = UUID.version7(at: start)
  let user = UUID.version7(at: start)
  let line = UUID.version7(at: start)

  struct Missing: Error, CustomStringConvertible {
    let description = "EORDER_TEST_DATABASE_URL is not set; deploy/test does it"
  }

  static func create() async throws -> TestLog {
    let name = "audit_" + String(UInt64.random(in: 0..<1 << 50), radix: 36)
    let superuser = try server(database: "postgres")
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let connection = try await MigratorConnection(superuser, logger: logger)
    try await connection.execute(script: "CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8'")
    await connection.close()
    let log = TestLog(target: try server(database: name))
    try await log.withConnection { connection in
      try await connection.execute(script: try schema())
    }
    return log
  }

  private init(target: ConnectionTarget) { self.target = target }

  /// The keywords of a URL such as `postgresql://user:password@/postgres?host=%2Ffolder`.
  private static func server(database: String) throws -> ConnectionTarget {
    guard let text = ProcessInfo.processInfo.environment["EORDER_TEST_DATABASE_URL"],
      let url = URLComponents(string: text.replacing("@/", with: "@placeholder/"))
    else { throw Missing() }
    let host = url.queryItems?.first { $0.name == "host" }?.value ?? url.host ?? ""
    var keywords = [("host", host), ("dbname", database), ("user", url.user ?? "postgres")]
    if let password = url.password { keywords.append(("password", password)) }
    if let port = url.port { keywords.append(("port", "\(port)")) }
    return ConnectionTarget(keywords: keywords.map { (name: $0.0, value: $0.1) })
  }

  private static func schema() throws -> String {
    func files(_ folder: String) throws -> String {
      let place = root.appending(path: "Migrations/\(folder)")
      return try FileManager.default.contentsOfDirectory(atPath: place.path).filter { $0.hasSuffix(".sql") }
        .sorted()
        .map { try String(contentsOf: place.appending(path: $0), encoding: .utf8) }.joined(separator: "\n")
    }
    return """
      CREATE SCHEMA reference; CREATE EXTENSION pg_trgm SCHEMA reference; SET search_path = reference;
      \(try files("reference"));
      CREATE SCHEMA province; SET search_path = province, reference;
      \(try files("tenant").replacing(":role", with: "CURRENT_USER"))
      """
  }

  /// As superuser, in the province's schema.
  func withConnection<T: Sendable>(_ body: (borrowing MigratorConnection) async throws -> T) async throws -> T
  {
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let connection = try await MigratorConnection(target, logger: logger)
    do {
      _ = try? await connection.execute(script: "SET search_path = province, reference")
      let value = try await body(connection)
      await connection.close()
      return value
    } catch {
      await connection.close()
      throw error
    }
  }

  /// What somebody may do to the database past every right.
  func harm(_ script: String) async throws {
    try await withConnection {
      try await $0.execute(script: "SET session_replication_role = replica; \(script)")
    }
  }

  @discardableResult
  func seal(at now: Date) async throws -> Int {
    try await withConnection { try await AuditSealer().run($0, at: now) }
  }

  /// - Returns: the number of entries that hold.
  func verify(since: Int64 = 0) async throws -> Int64 {
    try await withConnection { try await AuditVerification().run($0, since: since) { _ in } }
  }

  /// The finding, nil where all holds.
  func finding() async throws -> AuditVerification.Finding? {
    do {
      _ = try await verify()
      return nil
    } catch let finding as AuditVerification.Finding {
      return finding
    }
  }
}
