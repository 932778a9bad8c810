import ArgumentParser
import Tenancy

/// `eorder migrate`: all schemas to the version of this release; a tenant that fails is held back.
struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Bring the control plane and the tenants' schemas up to date.")

  @OptionGroup var options: InstallationOptions

  @Option(help: ArgumentHelp("Only this tenant.", valueName: "slug"))
  var tenant: String?

  @Option(help: "How many tenants at a time.")
  var jobs = 4

  func validate() throws {
    guard (1...64).contains(jobs) else { throw ValidationError("--jobs is a number from 1 to 64.") }
  }

  func run() async throws {
    let installation = try options.installation()
    let fleet = FleetMigration(installation: installation, migrations: try installation.migrations())
    try await fleet.shared()
    let failures = try await fleet.tenants(only: tenant, jobs: jobs)
    for failure in failures { Console.note("\(failure.slug): \(failure.reason)") }
    if !failures.isEmpty { throw ExitCode(1) }
    Console.note("All schemas are up to date.")
  }
}
