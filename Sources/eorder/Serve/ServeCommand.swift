import ArgumentParser
import Logging
import ServiceLifecycle
import UnixSignals

/// `eorder serve`: the service against the configured database.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve tenants and central administration.", discussion: Settings.help)

  @OptionGroup var options: InstallationOptions

  func run() async throws {
    let installation = try options.installation()
    let process = try await ServiceProcess(installation)
    let services = try process.all { ports in
      let addresses = installation.settings.listen.map(\.description).joined(separator: ", ")
      installation.logger.notice(
        "serving", metadata: ["addresses": "\(addresses)", "port": "\(ports[.https] ?? 0)"])
    }
    try await ServiceGroup(
      configuration: .init(
        services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
        logger: installation.logger)
    ).run()
    await process.shutdown()
  }
}
