import EOrderRules
import Foundation
import Logging
import Postgres
import Tenancy

@testable import eorder

/// A bootstrapped database of its own, and the operator's means in it.
struct TestInstallation: Sendable {
  let database: DatabaseURL
  let migrator: ConnectionTarget
  let superuser: ConnectionTarget
  let masterKey: MasterKey
  let migrations: Migrations
  let national: NationalRules
  let logger: Logger
  let onboarding: Onboarding
  let tenants: TenantDatabase

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct Missing: Error, CustomStringConvertible {
    var description: String { "set EORDER_TEST_DATABASE_URL to a superuser's URL; deploy/test does" }
  }

  static func create() async throws -> TestInstallation {
    guard let text = ProcessInfo.processInfo.environment["EORDER_TEST_DATABASE_URL"] else { throw Missing() }
    let superuser = try DatabaseURL(text)
    let name = "eorder_" + String(UInt64.random(in: .min ... .max), radix: 36)
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let password = Secret("only for this test")
    try await ClusterBootstrap(
      superuser: superuser, databaseName: name, controlPassword: password, migratorPassword: password, logger: logger
    ).run()
    return try await TestInstallation(superuser.database(name), password: password, logger: logger)
  }

  private init(_ superuser: DatabaseURL, password: Secret<String>, logger: Logger) async throws {
    database = superuser
    self.logger = logger
    self.superuser = ConnectionTarget(keywords: superuser.keywords)
    migrator = ConnectionTarget(
      keywords: superuser.login(user: "eorder_migrator", password: password).keywords,
      expectedRole: "eorder_migrator")
    masterKey = try MasterKey(Array(repeating: 7, count: 32))
    migrations = try Migrations(folder: Self.root.appending(path: "Migrations"))
    national = try NationalFile.read(at: Self.root.appending(path: "Tenants/national/rules.yaml").path)
    let tenants = TenantDatabase(
      ConnectionTarget(keywords: superuser.keywords), masterKey: masterKey, budget: 8, logger: logger)
    self.tenants = tenants
    onboarding = Onboarding(
      national: national, migrations: migrations, masterKey: masterKey, domain: "localhost", server: { tenants })
    let connection = try await MigratorConnection(migrator, logger: logger)
    try await SchemaMigration(
      schema: "control", owner: "eorder_control_owner", role: "eorder_control", set: migrations.control
    ).upgrade(connection, at: Date())
    try await SchemaMigration(
      schema: "reference", owner: "eorder_reference_owner", role: "tenant", set: migrations.reference
    ).upgrade(connection, at: Date())
    await connection.close()
  }

  /// A shipped tenant file under another slug, so that roles of different tests do not meet.
  func file(_ slug: String) throws -> [UInt8] {
    let folder = Self.root.appending(path: "Tenants")
    let shipped = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .map { folder.appending(path: "\($0)/tenant.yaml") }
      .first { FileManager.default.fileExists(atPath: $0.path) }
    let text = try String(contentsOf: shipped ?? folder, encoding: .utf8)
    return Array(text.replacing(/slug: [a-z0-9-]+/, with: "slug: \(slug)").utf8)
  }

  static func slug() -> String { "t" + String(UInt64.random(in: 0..<1 << 50), radix: 36) }

  var steps: [OperatorStep] { onboarding.steps(seeding: [], certificate: []) }

  /// Asks for an onboarding and carries it out with these steps.
  func onboard(_ slug: String, steps: [OperatorStep]) async throws -> Tenancy.Operation? {
    let id = UUID.version7(at: Date())
    let bytes = try file(slug)
    let connection = try await MigratorConnection(migrator, logger: logger)
    try await connection.transaction {
      $0.enqueue(Operations.insert(id, .onboard, tenant: slug, payload: bytes, by: "test", at: Date()))
    }
    try await Operator(migrator, clock: ServiceClock(), logger: logger) { _ in steps }.carryOut(id)
    let operation = try await Operations.read(id, connection)
    await connection.close()
    return operation
  }

  /// A connection that is logged in as the tenant.
  func login(_ slug: String) -> ConnectionTarget {
    let role = TenantNames(slug: slug).role
    return ConnectionTarget(keywords: database.keywords)
      .login(role: role, password: masterKey.password(role: role, epoch: 1), schema: role)
  }
}
