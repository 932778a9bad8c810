import EOrderRules
import Foundation
import Logging
import Postgres
import ServiceLifecycle
import Tenancy

/// All that carries out operations: the steps of every kind, and the connections that they need.
struct OperatorProcess: Sendable {
  let tenants: TenantDatabase
  private let control: ControlDatabase
  private let clock = ServiceClock()
  private let migrations: Migrations
  private let onboarding: [OperatorStep]
  private let target: ConnectionTarget
  private let logger: Logger

  /// - Parameter tenantsFolder: where the files of new provinces lie; that of the settings without it.
  init(_ installation: Installation, tenantsFolder: URL? = nil) throws {
    let settings = installation.settings
    let national = try installation.national()
    let tenants = try installation.tenants()
    migrations = try installation.migrations()
    control = try installation.control()
    target = try installation.migrator
    logger = installation.logger
    self.tenants = tenants
    let seeding = Seeding(
      national: national, tenants: tenants, tenantsFolder: tenantsFolder ?? installation.tenantsFolder,
      url: { installation.url(host: "\($0).\(settings.domain)") }, domain: settings.domain)
    let certificates = HostCertificates(
      folder: (try? settings.tlsFolder).map { URL(fileURLWithPath: $0) }, domain: settings.domain,
      logger: logger)
    onboarding = Onboarding(
      national: national, migrations: migrations, masterKey: try installation.masterKey,
      domain: settings.domain, server: { tenants }
    ).steps(seeding: seeding.steps, certificate: [certificates.step])
  }

  private var carrier: Operator {
    Operator(target, clock: clock, logger: logger) { steps(of: $0) }
  }

  private func steps(of kind: OperationKind) -> [OperatorStep] {
    switch kind {
    case .onboard: onboarding
    case .migrate: [TenantUpgrade.step(migrations)]
    case .suspend: Lifecycle.suspend
    case .resume: Lifecycle.resume
    case .advanceClock: Lifecycle.advanceClock
    }
  }

  /// What runs until the end: operations as they come, and the clock, which other processes move too.
  var services: [any Service] {
    let (clock, control, tenants, carrier) = (clock, control, tenants, carrier)
    return [
      Worker { try await control.run() }, Worker { try await tenants.run() },
      Worker {
        while true {
          _ = try? await clock.read(control)
          try await Task.sleep(for: .milliseconds(500))
        }
      },
      Worker { await carrier.run() },
    ]
  }

  /// Carries out one operation here and now.
  func carryOut(_ operation: UUID) async throws {
    try await clock.read(control)
    try await carrier.carryOut(operation)
  }

  func shutdown() async {
    await tenants.shutdown()
    await control.shutdown()
  }
}
