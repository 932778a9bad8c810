import ArgumentParser
import Tenancy

/// `eorder tenant suspend`: the service answers 503 and the database lets nobody in.
struct TenantSuspendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspend", abstract: "Suspend a tenant: 503 at once, and no login into its schema.")

  @OptionGroup var options: TenantOptions

  @Argument(help: "The tenant's slug.")
  var slug: String

  func run() async throws { try await TenantSwitch(kind: .suspend, slug: slug, options: options).run() }
}

/// `eorder tenant resume`: takes a suspension back.
struct TenantResumeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Take the suspension of a tenant back.")

  @OptionGroup var options: TenantOptions

  @Argument(help: "The tenant's slug.")
  var slug: String

  func run() async throws { try await TenantSwitch(kind: .resume, slug: slug, options: options).run() }
}

/// Suspending and resuming from the command line.
private struct TenantSwitch {
  let kind: OperationKind
  let slug: String
  let options: TenantOptions

  func run() async throws {
    let operation = try await AskedOperation(
      installation: try options.installation.installation(), kind: kind, tenant: slug,
      payload: Array("{}".utf8))()
    if options.json { return Console.output(operation.json) }
    Console.output("\(slug): \(kind.rawValue) is done.")
  }
}
