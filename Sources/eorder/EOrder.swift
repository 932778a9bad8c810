import ArgumentParser
import Foundation

/// The one executable: service, operator and everything that an operator types.
@main
struct EOrder: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eorder",
    abstract: "Public procurement in the provinces, one schema a province.",
    subcommands: [
      DevCommand.self, ServeCommand.self, OperateCommand.self, BootstrapCommand.self, MigrateCommand.self,
      TenantCommand.self, AdminCommand.self, RulesCommand.self, AuditCommand.self, DoctorCommand.self,
    ])

  static func main() async {
    // libpq would take these for every connection that it opens.
    for name in ProcessInfo.processInfo.environment.keys where name.hasPrefix("PG") { unsetenv(name) }
    signal(SIGPIPE, SIG_IGN)
    await main(nil)
  }
}
