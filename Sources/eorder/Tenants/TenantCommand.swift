import ArgumentParser

/// `eorder tenant`: the life of a tenant.
struct TenantCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenant", abstract: "The life of a tenant.",
    subcommands: [
      TenantOnboardCommand.self, TenantListCommand.self, TenantShowCommand.self, TenantSuspendCommand.self,
      TenantResumeCommand.self, TenantCheckCommand.self,
    ])
}

/// The options of every command that prints what it knows of tenants.
struct TenantOptions: ParsableArguments {
  @OptionGroup var installation: InstallationOptions

  @Flag(help: "Print JSON.")
  var json = false
}
