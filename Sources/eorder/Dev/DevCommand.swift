import ArgumentParser
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals

/// `eorder dev`: the whole service on one machine with nothing configured.
struct DevCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dev",
    abstract: "The whole service on one machine: PostgreSQL, certificates, tenants, demonstration data.")

  @Option(
    name: .customLong("data"), help: ArgumentHelp("Where everything of it is kept.", valueName: "dir"))
  var dataFolder = Settings.standardDataFolder

  @Option(help: "The port of HTTPS on 127.0.0.1 and ::1; 0 takes any free one.")
  var port: UInt16 = 8443

  @Option(help: "The port of plain HTTP, which redirects; off without it.")
  var httpPort: UInt16?

  @Option(help: "The port of /metrics; off without it.")
  var metricsPort: UInt16?

  @Option(help: "Set the clock, which runs on from there, and allow POST /api/v1/clock.", transform: instant)
  var now: Date?

  @Flag(help: "Ask for the second factor at sign-in.")
  var mfa = false

  @Flag(help: "No demonstration data.")
  var noDemo = false

  @Option(help: "What the demonstration shows: year is a whole year of every province.")
  var demo: Demo = .small

  @Option(help: "Orders of the year in each province.")
  var orders = 20_000

  @Option(help: "Another number, another year.")
  var seed: UInt64 = 1

  enum Demo: String, ExpressibleByArgument, CaseIterable { case small, year }

  func validate() throws {
    if demo == .year, noDemo { throw ValidationError("--demo year and --no-demo exclude each other.") }
    guard (1...200_000).contains(orders) else { throw ValidationError("--orders is 1 to 200000.") }
  }

  func run() async throws {
    let development = try Development(
      folder: dataFolder,
      ports: .init(https: Int(port), http: httpPort.map { Int($0) }, metrics: metricsPort.map { Int($0) }),
      now: now, asksForSecondFactor: mfa, hasDemonstration: !noDemo,
      year: demo == .year ? YearWish(orders: orders, seed: seed) : nil)
    try await ServiceGroup(
      configuration: .init(
        services: [
          .init(
            service: development, successTerminationBehavior: .gracefullyShutdownGroup,
            failureTerminationBehavior: .cancelGroup)
        ], gracefulShutdownSignals: [.sigterm, .sigint], logger: development.logger)
    ).run()
  }

  private static func instant(_ text: String) throws -> Date {
    let formatter = ISO8601DateFormatter()
    guard let date = formatter.date(from: text) else {
      throw ValidationError("--now is an instant such as 2027-03-01T08:00:00+07:00.")
    }
    return date
  }
}
