import Foundation
import Logging
import Postgres
import ServiceLifecycle
import Tenancy

/// All that carries out operations: the steps of every kind, and the connections that they need.
struct OperatorProcess: Sendable {
  private let tenants: TenantDatabase
  private let control: ControlDatabase
  private let clock = ServiceClock()
  private let steps: OperatorSteps
  private let target: ConnectionTarget
  private let openings: OfferOpenings?
  private let logger: Logger

  /// - Parameters:
  ///   - asked: a rule file that is asked for here, with the files that belong to it.
  ///   - openings: opens offers; nil where a command carries out one operation.
  init(_ installation: Installation, asked: AskedProvince? = nil, openings: OfferOpenings? = nil) throws {
    tenants = try installation.tenants()
    control = try installation.control()
    steps = try OperatorSteps(installation, tenants: tenants, asked: asked, openings: openings)
    self.openings = openings
    target = try installation.migrator
    logger = installation.logger
  }

  private var carrier: Operator {
    Operator(target, clock: clock, logger: logger) { steps.of($0) }
  }

  /// What runs until the end: operations as they come, and the clock, which other processes move too.
  var services: [any Service] {
    let (clock, control, tenants, carrier) = (clock, control, tenants, carrier)
    return (openings.map { openings in [Worker { await openings.run() }] } ?? []) + [
      Worker { try await control.run() }, Worker { try await tenants.run() },
      Worker {
        while true {
          _ = try? await clock.read(control)
          try await Task.sleep(for: .milliseconds(500))
        }
      },
      Worker { await carrier.run(OperationKind.urgent) }, Worker { await carrier.run(OperationKind.patient) },
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
