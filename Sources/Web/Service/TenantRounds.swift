import AuditLog
package import Foundation
package import Logging
import Postgres
import Procurement
import Synchronization
package import Tenancy

/// Visits each tenant when something is due there: at the next due time that is known, when a commit has
/// brought something to seal or an earlier time, and now and then all of them in turn.
package final class TenantRounds: Sendable {
  /// Every tenant is visited at least this often, whatever is known.
  private static let round: TimeInterval = 600
  private static let attempts = 40

  private let tenants: TenantDatabase
  private let registry: TenantRegistry
  private let publisher: RulePublisher
  private let clock: ServiceClock
  private let mail: MailRounds
  private let events: EventHub
  private let logger: Logger
  private let next = Mutex<[String: Date]>([:])

  package init(
    tenants: TenantDatabase, control: ControlDatabase, registry: TenantRegistry, clock: ServiceClock,
    mail: MailRounds, events: EventHub, logger: Logger
  ) {
    self.tenants = tenants
    publisher = RulePublisher(tenants: tenants, control: control, registry: registry)
    self.registry = registry
    self.clock = clock
    self.mail = mail
    self.events = events
    self.logger = logger
  }

  /// Something was written for the tenant that may fall due before what is known.
  package func wake(_ tenant: Tenant, at due: Date) {
    next.withLock { $0[tenant.slug] = min($0[tenant.slug] ?? due, due) }
  }

  /// Publishes what was approved; where that cannot be now, the next visit does it.
  package func publish(_ tenant: Tenant) async {
    do {
      try await publisher.run(tenant, at: clock.now)
    } catch {
      logger.warning(
        "rules wait to be published", metadata: ["tenant": "\(tenant.slug)", "error": "\(error)"])
      wake(tenant, at: clock.now + 1)
    }
  }

  /// Looks every quarter of a second which tenants are due, until the task is cancelled.
  package func run() async {
    while (try? await Task.sleep(for: .milliseconds(250))) != nil {
      let now = clock.now
      for tenant in registry.tenants where tenant.state == .active {
        let due = next.withLock { $0[tenant.slug] ?? .distantPast }
        if due <= now { await visitOrLog(tenant) }
      }
    }
  }

  /// Does everything that is due in every province before it returns; what somebody else holds locked is
  /// tried again for a while.
  /// - Throws: what kept a province from it, after all others had their turn.
  package func runAll() async throws {
    var failure: (any Error)?
    for tenant in registry.tenants where tenant.state == .active {
      do { try await visitUntilDone(tenant) } catch { failure = error }
    }
    if let failure { throw failure }
    await mail.runAll()
  }

  private func visitUntilDone(_ tenant: Tenant) async throws {
    for attempt in 1...Self.attempts {
      do {
        if try await visit(tenant) { return }
      } catch let error as PostgresError where error.isTransient && attempt < Self.attempts {
        // Tried again below.
      }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw PostgresError(.timeout, message: "timers of \(tenant.slug) are still held by somebody else")
  }

  private func visitOrLog(_ tenant: Tenant) async {
    do {
      _ = try await visit(tenant)
    } catch {
      logger.warning("timers and sealing wait", metadata: ["tenant": "\(tenant.slug)", "error": "\(error)"])
      wake(tenant, at: clock.now + 5)
    }
  }

  /// - Returns: whether all that was due is done.
  private func visit(_ tenant: Tenant) async throws -> Bool {
    let now = clock.now
    // Taken out before the visit, so that who wakes it meanwhile is heard afterwards.
    next.withLock { $0[tenant.slug] = .distantFuture }
    try await publisher.run(tenant, at: now)
    let due = try await tenants.withConnection(tenant) { lease in
      // Entries are sealed whatever becomes of the rest; those of a province whose migration was held back wait.
      var (dues, failure) = ([Date](), (any Error)?.none)
      for work in TenantWork.allCases {
        do {
          if let due = try await work.run(tenant, lease, at: now) { dues.append(due) }
        } catch {
          failure = failure ?? error
        }
      }
      if tenant.schemaVersion >= AuditSealer.schemaVersion { _ = try await AuditSealer().run(lease, at: now) }
      if let notices = await gatherNotices(tenant, lease, at: now) { dues.append(notices) }
      if let failure { throw failure }
      return dues.min()
    }
    wake(tenant, at: min(due ?? .distantFuture, now + Self.round))
    events.ring(tenant)
    return due.map { $0 > now } ?? true
  }

  /// Mail is no reason to keep anything else waiting; what cannot be gathered now is at the next visit.
  /// - Returns: when there is more to gather.
  private func gatherNotices(
    _ tenant: Tenant, _ lease: borrowing TenantConnection, at now: Date
  ) async -> Date? {
    do {
      let next = try await DueNotices(tenant, at: now).run(lease)
      if let send = next.send { mail.wake(tenant, at: send) }
      return next.gather
    } catch {
      logger.warning("notices wait for mail", metadata: ["tenant": "\(tenant.slug)", "error": "\(error)"])
      return nil
    }
  }
}
