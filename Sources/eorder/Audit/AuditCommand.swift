import ArgumentParser
import AuditLog
import Postgres
import Tenancy

/// `eorder audit`: the tamper-evident log.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "The tamper-evident log.", subcommands: [AuditVerifyCommand.self])
}

/// `eorder audit verify`: recomputes a tenant's log; exit status 1 and the first bad entry if any, 2 where the log
/// could not be read.
struct AuditVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Recompute the audit log of a tenant.")

  @OptionGroup var options: InstallationOptions

  @Option(help: ArgumentHelp("The tenant.", valueName: "slug"))
  var tenant: String

  @Option(
    help: ArgumentHelp("The number of the first entry to verify; earlier ones were before.", valueName: "n"))
  var since: Int64 = 0

  func validate() throws {
    guard since >= 0 else { throw ValidationError("--since is the number of an entry, from 0.") }
  }

  func run() async throws {
    do {
      let count = try await verified()
      Console.output("\(tenant): all \(count) entries hold.")
    } catch let finding as AuditVerification.Finding {
      Console.output("\(tenant): \(finding)")
      throw ExitCode(1)
    } catch {
      Console.note("Error: the log of \(tenant) cannot be verified: \(error)")
      throw ExitCode(2)
    }
  }

  private func verified() async throws -> Int64 {
    let installation = try options.installation()
    let national = try installation.national()
    let control = try installation.control()
    let found = try await control.withConnection { try await Tenant.find(tenant, national: national, $0) }
    await control.shutdown()
    guard let found else { throw SettingsError("There is no tenant \(tenant).") }
    guard found.schemaVersion >= AuditSealer.schemaVersion else {
      throw SettingsError(
        "its schema is at version \(found.schemaVersion); run eorder migrate --tenant \(tenant)")
    }
    // Nobody logs in as a suspended tenant; the operator reads as the owner of its schema.
    if found.state == .suspended {
      return try await installation.withMigrator { connection in
        try await TenantOwner(tenant).withLease(connection) { lease in
          try await AuditVerification().run(lease, since: since) { _ in }
        }
      }
    }
    let tenants = try installation.tenants()
    do {
      let count = try await tenants.withConnection(found) { lease in
        try await AuditVerification().run(lease, since: since) { _ in }
      }
      await tenants.shutdown()
      return count
    } catch {
      await tenants.shutdown()
      throw error
    }
  }
}
