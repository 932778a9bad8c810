import ArgumentParser
import Postgres
import StrictJSON
import Tenancy

/// `eorder tenant check`: walls, drift and pending migrations of a tenant; exit status 1 for any finding.
struct TenantCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Look for broken walls, drift and pending migrations of a tenant.")

  @OptionGroup var options: TenantOptions

  @Argument(help: "The tenant's slug.")
  var slug: String

  @Flag(help: "Print the version and the fingerprint of its schema instead.")
  var printFingerprint = false

  func run() async throws {
    let installation = try options.installation.installation()
    let migrations = try installation.migrations()
    if printFingerprint {
      let fingerprint = try await installation.withMigrator { try await SchemaFingerprint.of(slug, $0) }
      return Console.output("\(migrations.tenant.latest) \(fingerprint)")
    }
    let findings = try await installation.withMigrator { connection in
      try await TenantCheck(slug: slug, migrations: migrations).findings(connection)
    }
    if options.json {
      Console.output(["tenant": .string(slug), "findings": .array(findings.map { .string($0) })])
    } else if findings.isEmpty {
      Console.output("\(slug): nothing found.")
    } else {
      for finding in findings { Console.output("\(slug): \(finding)") }
    }
    if !findings.isEmpty { throw ExitCode(1) }
  }
}

/// What may be wrong with a tenant in the database.
struct TenantCheck: Sendable {
  let slug: String
  let migrations: Migrations

  /// - Throws: `SettingsError` where there is no such tenant.
  func findings(_ connection: borrowing MigratorConnection) async throws -> [String] {
    let known = try await connection.query("SELECT 1 FROM tenant WHERE slug = \(slug)").count
    guard known == 1 else { throw SettingsError("There is no tenant \(slug).") }
    var findings = try await connection.query(Walls.breaches(of: slug)).column(String.self)
      .map { "its role reaches \($0)" }
    do {
      let pending = try await SchemaMigration(tenant: slug, set: migrations.tenant).pending(connection)
      if !pending.isEmpty {
        let names = pending.map(\.name).joined(separator: ", ")
        return findings + ["migrations are pending: \(names); run eorder migrate --tenant \(slug)"]
      }
    } catch let error as MigrationError {
      return findings + [error.description]
    }
    let actual = try await SchemaFingerprint.of(slug, connection)
    do { try migrations.tenant.check(actual, of: migrations.tenant.latest) } catch {
      findings.append("\(error)")
    }
    return findings
  }
}
