import Logging
import Postgres
import Synchronization
import TLS
import Tenancy
import Web

/// What this process does when the registry has changed: it takes over the clock, closes the connections of
/// tenants that were suspended, and looks for certificates of new hosts.
final class RegistryFollower: Sendable {
  let registry: TenantRegistry
  let control: ControlDatabase
  let tenants: TenantDatabase
  let clock: ServiceClock
  let certificates: CertificateStore
  let events: EventHub
  private let seen = Mutex<[String: String]>([:])

  init(
    registry: TenantRegistry, control: ControlDatabase, tenants: TenantDatabase, clock: ServiceClock,
    certificates: CertificateStore, events: EventHub
  ) {
    self.registry = registry
    self.control = control
    self.tenants = tenants
    self.clock = clock
    self.certificates = certificates
    self.events = events
  }

  func run(logger: Logger) async {
    let listener = Listener(control.target, channels: [.tenantChanged, .tenantWork], logger: logger)
    let events = events
    await registry.run(
      listener, work: { events.hear($0) }, changed: { [self] in await changed() })
  }

  private func changed() async {
    _ = try? await clock.read(control)
    for tenant in registry.tenants {
      let mark = "\(tenant.state) \(tenant.epoch)"
      let before = seen.withLock { $0.updateValue(mark, forKey: tenant.role) }
      if let before, before != mark { await tenants.pool.recycle(role: tenant.role) }
    }
    let served = Set(certificates.certificates.map(\.host))
    if !served.isSuperset(of: registry.hosts) { certificates.reload() }
  }
}
