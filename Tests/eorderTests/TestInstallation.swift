import EOrderRules
import Foundation
import Logging
import Postgres
import Tenancy

@testable import eorder

/// A bootstrapped database of its own, and everything that is configured on it.
struct TestInstallation: Sendable {
  let database: DatabaseURL
  let installation: Installation
  let migrator: ConnectionTarget
  let superuser: ConnectionTarget
  let masterKey: MasterKey
  let migrations: Migrations
  let tenants: TenantDatabase
  /// A folder of its own, with a key and certificates.
  let folder: URL
  let logger: Logger

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct Missing: Error, CustomStringConvertible {
    var description: String { "set EORDER_TEST_DATABASE_URL to a superuser's URL; deploy/test does" }
  }

  static func superuserURL() throws -> DatabaseURL {
    guard let text = ProcessInfo.processInfo.environment["EORDER_TEST_DATABASE_URL"] else { throw Missing() }
    return try DatabaseURL(text)
  }

  /// - Parameter migrationsFolder: the shipped migrations without it.
  static func create(migrationsFolder: URL? = nil) async throws -> TestInstallation {
    let superuser = try superuserURL()
    let name = "eorder_" + String(UInt64.random(in: .min ... .max), radix: 36)
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let password = Secret("only for this test")
    try await ClusterBootstrap(
      superuser: superuser, databaseName: name, controlPassword: password, migratorPassword: password,
      logger: logger
    ).run()
    let made = try TestInstallation(
      superuser.database(name), password: password, migrationsFolder: migrationsFolder, logger: logger)
    try await FleetMigration(installation: made.installation, migrations: made.migrations).shared()
    return made
  }

  private init(
    _ superuser: DatabaseURL, password: Secret<String>, migrationsFolder: URL?, logger: Logger
  ) throws {
    database = superuser
    self.logger = logger
    self.superuser = ConnectionTarget(keywords: superuser.keywords)
    folder = FileManager.default.temporaryDirectory.appending(path: "eorder-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let key = MasterKeyFile(path: folder.appending(path: "master.key").path)
    try key.ensure()
    let migrator = superuser.login(user: "eorder_migrator", password: password)
    let installation = Installation(
      try Settings.load(environment: [
        "EORDER_DATABASE_URL": superuser.login(user: "eorder_control", password: password).text.revealed,
        "EORDER_OPERATOR_DATABASE_URL": migrator.text.revealed,
        "EORDER_MASTER_KEY_FILE": key.path,
        "EORDER_TENANTS_DIR": Self.root.appending(path: "Tenants").path,
        "EORDER_MIGRATIONS_DIR": (migrationsFolder ?? Self.root.appending(path: "Migrations")).path,
        "EORDER_LOG_LEVEL": "critical",
      ]))
    self.installation = installation
    self.migrator = try installation.migrator
    masterKey = try installation.masterKey
    migrations = try installation.migrations()
    tenants = try installation.tenants()
  }

  /// The first shipped province: its rule file and the files beside it.
  static func shipped() throws -> ProvinceFiles {
    guard let first = ProvinceFiles.all(in: root.appending(path: "Tenants")).first else { throw Missing() }
    return first
  }

  /// A shipped tenant file under another slug, so that roles of different tests do not meet.
  static func file(_ slug: String, more: String = "") throws -> [UInt8] {
    let text = String(decoding: try shipped().tenantFile ?? [], as: UTF8.self)
    return Array((text.replacing(/slug: [a-z0-9-]+/, with: "slug: \(slug)") + more).utf8)
  }

  static func slug(_ infix: String = "") -> String {
    "t" + infix + String(UInt64.random(in: 0..<1 << 50), radix: 36)
  }

  /// All steps of an onboarding, the shipped files of a province among them.
  func steps(_ payload: [UInt8]) throws -> [OperatorStep] {
    try OperatorSteps(
      installation, tenants: tenants, asked: AskedProvince(payload: payload, files: try Self.shipped())
    ).of(.onboard)
  }

  func withMigrator<T: Sendable>(_ body: (borrowing MigratorConnection) async throws -> T) async throws -> T {
    try await installation.withMigrator(body)
  }

  func withSuperuser<T: Sendable>(_ body: (borrowing MigratorConnection) async throws -> T) async throws -> T
  {
    let connection = try await MigratorConnection(superuser, logger: logger)
    do {
      let value = try await body(connection)
      await connection.close()
      return value
    } catch {
      await connection.close()
      throw error
    }
  }

  /// Asks for something and leaves it waiting.
  func ask(_ kind: OperationKind, _ slug: String, payload: [UInt8] = Array("{}".utf8)) async throws -> UUID {
    let id = UUID.version7(at: Date())
    return try await withMigrator { connection in
      try await connection.transaction { transaction in
        let request = OperationRequest(kind, tenant: slug, payload: payload, steps: [])
        return try await request.ask(transaction, id: id, by: "test", at: Date()).operation.id
      }
    }
  }

  /// Carries an operation out, by the product's own steps unless others are given.
  func carryOut(_ id: UUID, steps: [OperatorStep]? = nil) async throws -> Tenancy.Operation? {
    let own = try OperatorSteps(installation, tenants: tenants)
    try await Operator(migrator, clock: ServiceClock(), logger: logger) { steps ?? own.of($0) }.carryOut(id)
    return try await operation(id)
  }

  func operation(_ id: UUID) async throws -> Tenancy.Operation? {
    try await withMigrator { try await Operations.read(id, $0) }
  }

  /// Asks for an onboarding and carries it out.
  func onboard(_ slug: String, more: String = "") async throws -> Tenancy.Operation? {
    let payload = try Self.file(slug, more: more)
    let id = try await ask(.onboard, slug, payload: payload)
    return try await carryOut(id, steps: try steps(payload))
  }

  func run(_ kind: OperationKind, _ slug: String) async throws -> Tenancy.Operation? {
    try await carryOut(try await ask(kind, slug))
  }

  func state(_ slug: String) async throws -> String? {
    try await withMigrator { connection in
      try await connection.query("SELECT state FROM tenant WHERE slug = \(slug)").scalar(String.self)
    }
  }

  func fingerprint(_ slug: String) async throws -> String {
    try await withMigrator { try await SchemaFingerprint.of(slug, $0) }
  }

  /// A connection that is logged in as the tenant.
  func login(_ slug: String) -> ConnectionTarget {
    let role = TenantNames(slug: slug).role
    return ConnectionTarget(keywords: database.keywords)
      .login(role: role, password: masterKey.password(role: role, epoch: 1), schema: role)
  }

  /// Whether the tenant's own login is let in.
  func letsIn(_ slug: String) async -> Bool {
    guard let connection = try? await MigratorConnection(login(slug), logger: logger) else { return false }
    await connection.close()
    return true
  }
}
