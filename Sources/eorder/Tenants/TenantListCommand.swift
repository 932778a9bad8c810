import ArgumentParser
import Postgres
import StrictJSON
import Tenancy

/// `eorder tenant list`: every tenant, by slug.
struct TenantListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "All tenants.")

  @OptionGroup var options: TenantOptions

  func run() async throws {
    let control = try options.installation.installation().control()
    let tenants = try await control.withConnection { lease in
      try await lease.query("\(TenantRecord.columns) ORDER BY t.slug").rows(TenantRecord.self)
    }
    await control.shutdown()
    if options.json { return Console.output(.array(tenants.map(\.json))) }
    for tenant in tenants { Console.output(tenant.line) }
  }
}

/// `eorder tenant show`: one tenant and what was done to it last.
struct TenantShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "One tenant and its last operation.")

  @OptionGroup var options: TenantOptions

  @Argument(help: "The tenant's slug.")
  var slug: String

  func run() async throws {
    let control = try options.installation.installation().control()
    let (tenant, operation) = try await control.withConnection { lease in
      let found = try await lease.query("\(TenantRecord.columns) WHERE t.slug = \(slug)")
        .first(TenantRecord.self)
      return (found, try await Operations.latest(tenant: slug, lease))
    }
    await control.shutdown()
    guard let tenant else { throw SettingsError("There is no tenant \(slug).") }
    if options.json {
      var members = tenant.json.members ?? []
      // The result of an onboarding is a secret that was shown to whoever asked for it.
      let shown = operation?.json.members?.filter { $0.name != "result" }
      members.append(JSONMember(name: "operation", value: shown.map { .object($0) } ?? .null))
      return Console.output(.object(members))
    }
    Console.output(tenant.line)
    guard let operation else { return }
    Console.output("last operation: \(operation.kind.rawValue), \(operation.state.rawValue)")
    for step in operation.steps {
      Console.output("  \(step.name)\t\(step.state.rawValue)" + (step.error.map { "\t\($0)" } ?? ""))
    }
  }
}
