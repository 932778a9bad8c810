import ArgumentParser
import Foundation
import ServiceLifecycle
import UnixSignals

/// `eorder operate`: carries out what service and command line have asked for, with the migrator's login.
struct OperateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "operate", abstract: "Carry out onboarding, migration and suspension of tenants.",
    discussion: Settings.help)

  @OptionGroup var options: InstallationOptions

  /// For `eorder dev`: ends when nobody holds the other end of standard input any more.
  @Flag(help: .hidden)
  var whileInputIsOpen = false

  func run() async throws {
    let installation = try options.installation()
    try installation.checkOperatorKey()
    // The clock of a development installation alone may be moved.
    let openings = try OfferOpenings(installation, followsOffset: whileInputIsOpen)
    let process = try OperatorProcess(installation, openings: openings)
    if whileInputIsOpen { Self.endWithInput() }
    try await ServiceGroup(
      configuration: .init(
        services: process.services.map { .init(service: $0) },
        gracefulShutdownSignals: [.sigterm, .sigint], logger: installation.logger)
    ).run()
    await process.shutdown()
  }

  private static func endWithInput() {
    Thread.detachNewThread {
      var byte: UInt8 = 0
      while read(STDIN_FILENO, &byte, 1) > 0 {}
      kill(getpid(), SIGTERM)
      // What is under way may be taken up again; a hanging end may not keep the next start waiting.
      Thread.sleep(forTimeInterval: 5)
      _exit(1)
    }
  }
}
