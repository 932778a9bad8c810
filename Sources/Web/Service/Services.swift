package import Authentication
package import EOrderRules
import Foundation
package import Logging
package import Procurement
package import Tenancy

/// All that requests need, wired once at the start.
package struct Services: Sendable {
  package let control: ControlDatabase
  package let tenants: TenantDatabase
  package let registry: TenantRegistry
  package let clock: ServiceClock
  package let hasher: PasswordHasher
  package let passwords: PasswordPolicy
  package let national: NationalRules
  package let directory: NationalDirectory
  package let rounds: TenantRounds
  package let events: EventHub
  /// What the seeds of one-time codes are sealed with, by realm: a province's slug, or `admin`.
  let seedKey: @Sendable (String) -> SeedKey
  /// From which the secrets of links to central administrators follow.
  package let centralLinkKey: LinkKey
  /// Whether people are told to use one-time codes at all; not where a demonstration is to be looked at quickly.
  package let asksForSecondFactor: Bool
  /// What offers are sealed with, besides the operator's public key.
  package let sealing: SealingSecret
  /// The domain under which the hosts stand.
  package let domain: String
  /// The port that links show; nil where it is 443.
  package let publicPort: @Sendable () -> Int?
  package let schemaVersion: Int
  /// Fingerprints of tenants' schemas by version, as they were shipped.
  package let fingerprints: [Int: String]
  /// The names of the steps that the operator takes, by kind of operation.
  package let operationSteps: [OperationKind: [String]]
  package let clockIsAdjustable: Bool
  /// Whether this is `eorder dev`.
  package let isDevelopment: Bool
  package let logger: Logger

  package init(
    control: ControlDatabase, tenants: TenantDatabase, registry: TenantRegistry, clock: ServiceClock,
    hasher: PasswordHasher, passwords: PasswordPolicy, national: NationalRules,
    directory: NationalDirectory, rounds: TenantRounds, events: EventHub, sealing: SealingSecret,
    seedKey: @escaping @Sendable (String) -> SeedKey, centralLinkKey: LinkKey,
    asksForSecondFactor: Bool, domain: String,
    publicPort: @escaping @Sendable () -> Int?, schemaVersion: Int,
    fingerprints: [Int: String],
    operationSteps: [OperationKind: [String]], clockIsAdjustable: Bool, isDevelopment: Bool, logger: Logger
  ) {
    self.control = control
    self.tenants = tenants
    self.registry = registry
    self.clock = clock
    self.hasher = hasher
    self.passwords = passwords
    self.national = national
    self.directory = directory
    self.rounds = rounds
    self.events = events
    self.sealing = sealing
    self.seedKey = seedKey
    self.centralLinkKey = centralLinkKey
    self.asksForSecondFactor = asksForSecondFactor
    self.domain = domain
    self.publicPort = publicPort
    self.schemaVersion = schemaVersion
    self.fingerprints = fingerprints
    self.operationSteps = operationSteps
    self.clockIsAdjustable = clockIsAdjustable
    self.isDevelopment = isDevelopment
    self.logger = logger
  }

  /// Something was written for a tenant: its workers look what follows, and open streams tell of it.
  func written(_ tenant: Tenant, at now: Date) {
    rounds.wake(tenant, at: now)
    events.ring(tenant)
  }

  package var adminHost: String { "admin.\(domain)" }

  /// `https://<host>[:port]`.
  package func url(host: String) -> String {
    "https://\(host)" + (publicPort().map { ":\($0)" } ?? "")
  }
}
