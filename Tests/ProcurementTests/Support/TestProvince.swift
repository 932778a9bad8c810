import EOrderRules
import Foundation
import Logging
import Postgres

@testable import Procurement
@testable import Tenancy

/// A province of its own for one test, in a schema of its own, reached as its runtime role.
final class TestProvince: Sendable {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    .standardizedFileURL

  let tenant: Tenant
  /// Logged in as the tenant, so that what the migrations grant is tested too.
  let lease: MigratorConnection
  let now = Date(timeIntervalSince1970: 1_803_862_800)  // 2027-03-01 09:00 in Jakarta

  private init(_ tenant: Tenant, _ lease: consuming MigratorConnection) {
    self.tenant = tenant
    self.lease = lease
  }

  /// Builds the schema; the rules are those of a shipped province.
  static func make(rulesOf slug: String = "sumbar") async throws -> TestProvince {
    let server = try await TestServer.prepared()
    let name = "p" + UUID().uuidString.lowercased().replacing("-", with: "").prefix(12)
    let file = try TenantFile(at: root.appending(path: "Tenants/\(slug)/tenant.yaml").path)
    let connection = try await MigratorConnection(server, logger: TestServer.logger)
    let roles = TenantRoles(TenantNames(slug: name))
    let verifier = try await connection.scramVerifier(password: "secret", role: TenantNames(slug: name).role)
    try await connection.execute(script: roles.script(verifier: verifier))
    try await connection.execute(script: roles.schemaScript)
    let migrations = try MigrationSet(folder: root.appending(path: "Migrations/tenant"))
    try await SchemaMigration(tenant: name, set: migrations).build(connection, at: Date())
    await connection.close()
    let key = try MasterKey(Array(repeating: 7, count: 32))
    var tenant = Tenant(
      id: UUID(), slug: name, number: 1, state: .active, epoch: 1, schemaVersion: migrations.latest,
      rulebook: file.rulebook, traceKey: TraceKey(key, tenant: name))
    tenant.linkKey = LinkKey(key, tenant: name)
    let login = server.login(role: tenant.role, password: "secret", schema: tenant.role)
    return TestProvince(tenant, try await MigratorConnection(login, logger: TestServer.logger))
  }

  var visit: Visit { Visit(tenant: tenant, actor: nil, now: now) }

  /// The only column of the rows of a statement.
  func column<Value: SQLDecodable>(_ type: Value.Type, _ statement: SQL) async throws -> [Value] {
    try await lease.query(statement).column(type)
  }
}

/// The server that `EORDER_TEST_DATABASE_URL` names, with one database for all tests of this module.
enum TestServer {
  static let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }

  private static let database = Task { try await create() }

  static func prepared() async throws -> ConnectionTarget { try await database.value }

  private static func create() async throws -> ConnectionTarget {
    let name = "procurement_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
    let server = try await MigratorConnection(try target(database: nil), logger: logger)
    try await server.execute(script: "CREATE DATABASE \(name)")
    await server.close()
    let target = try target(database: name)
    let connection = try await MigratorConnection(target, logger: logger)
    try await connection.execute(script: preparation)
    for schema in ["control", "reference"] {
      let migrations = try MigrationSet(folder: TestProvince.root.appending(path: "Migrations/\(schema)"))
      for file in migrations.files {
        try await connection.execute(script: "SET search_path = \(schema); " + file.sql)
      }
    }
    await connection.close()
    return target
  }

  private static let preparation =
    ["tenant", "eorder_migrator", "eorder_control", "eorder_reference_owner"].map { role in
      """
      DO $$ BEGIN
        CREATE ROLE \(role);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$;
      """
    }.joined() + """
      CREATE SCHEMA reference AUTHORIZATION eorder_reference_owner;
      CREATE SCHEMA control;
      CREATE EXTENSION pg_trgm SCHEMA reference;
      GRANT USAGE ON SCHEMA reference TO tenant
      """

  /// Keywords of the URL: `postgresql:///postgres?host=…&user=…`.
  private static func target(database: String?) throws -> ConnectionTarget {
    guard let text = ProcessInfo.processInfo.environment["EORDER_TEST_DATABASE_URL"],
      let url = URLComponents(string: text)
    else { throw ServerMissing() }
    var keywords = (url.queryItems ?? []).map { (name: $0.name, value: $0.value ?? "") }
    if let host = url.host, !host.isEmpty { keywords.append((name: "host", value: host)) }
    if let port = url.port { keywords.append((name: "port", value: "\(port)")) }
    if let user = url.user { keywords.append((name: "user", value: user)) }
    if let password = url.password { keywords.append((name: "password", value: password)) }
    keywords.append((name: "dbname", value: database ?? String(url.path.dropFirst())))
    return ConnectionTarget(keywords: keywords)
  }
}

struct ServerMissing: Error, CustomStringConvertible {
  var description: String { "EORDER_TEST_DATABASE_URL has to name a PostgreSQL server as its superuser" }
}

extension TestProvince {
  /// The same province over another connection.
  func secondLease() async throws -> TestProvince {
    let server = try await TestServer.prepared()
    let login = server.login(role: tenant.role, password: "secret", schema: tenant.role)
    return TestProvince(tenant, try await MigratorConnection(login, logger: TestServer.logger))
  }
}
