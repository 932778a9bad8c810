package import EOrderRules
import Foundation
package import Logging
package import Postgres
import Synchronization

/// Which host belongs to which tenant: a snapshot in memory, renewed when the registry says so.
package final class TenantRegistry: Sendable {
  private struct Snapshot {
    var slugs: [String: String] = [:]
    var entries: [String: RegistryEntry] = [:]
    /// Files that were read before, so that a refresh parses only what is new.
    var files: [[UInt8]: TenantFile] = [:]
    /// Which refresh this is the answer of.
    var number = 0
  }

  private let snapshot = Mutex(Snapshot())
  private let begun = Mutex(0)
  private let lastLook = Mutex<ContinuousClock.Instant?>(nil)
  private let control: ControlDatabase
  private let clock: ServiceClock
  private let national: NationalRules
  private let masterKey: MasterKey?
  private let adjusted: @Sendable (Rulebook) -> Rulebook
  private let logger: Logger

  /// - Parameters:
  ///   - masterKey: from which the keys of provinces are derived.
  ///   - adjusted: what is made of each province's rules; a demonstration sets some aside.
  package init(
    control: ControlDatabase, clock: ServiceClock, national: NationalRules, masterKey: MasterKey? = nil,
    logger: Logger,
    adjusted: @escaping @Sendable (Rulebook) -> Rulebook = { $0 }
  ) {
    self.control = control
    self.clock = clock
    self.national = national
    self.masterKey = masterKey
    self.adjusted = adjusted
    self.logger = logger
  }

  package func tenant(host: String) -> Tenant? {
    snapshot.withLock { snapshot in snapshot.slugs[host].flatMap { current($0, &snapshot) } }
  }

  /// The tenant of a host, asked for anew where none is known: it may just have come to be. Unknown hosts bring about
  /// a few looks a second at most, however many ask.
  package func tenant(arrivingAt host: String) async -> Tenant? {
    if let known = tenant(host: host) { return known }
    let mayLook = lastLook.withLock { last in
      let now = ContinuousClock.now
      if let last, now - last < .milliseconds(250) { return false }
      last = now
      return true
    }
    if mayLook { try? await refresh() }
    return tenant(host: host)
  }

  package func tenant(slug: String) -> Tenant? { snapshot.withLock { current(slug, &$0) } }

  /// All tenants, by slug.
  package var tenants: [Tenant] {
    snapshot.withLock { snapshot in
      snapshot.entries.keys.sorted().compactMap { current($0, &snapshot) }
    }
  }

  /// The host that links name: the one that bears the slug where there is one, else the first by name.
  package func host(of slug: String) -> String? {
    let hosts = snapshot.withLock { $0.slugs.filter { $0.value == slug }.keys.sorted() }
    return hosts.first { $0.hasPrefix("\(slug).") } ?? hosts.first
  }

  package var hosts: [String] { snapshot.withLock { Array($0.slugs.keys) } }

  /// A tenant with the rules of its day, which are chosen once a day.
  private func current(_ slug: String, _ snapshot: inout Snapshot) -> Tenant? {
    let now = clock.now
    if let tenant = snapshot.entries[slug]?.tenant(at: now) { return tenant }
    do {
      return try snapshot.entries[slug]?.choose(at: now, adjusted)
    } catch {
      logger.error("tenant has no rules for today", metadata: ["tenant": "\(slug)", "error": "\(error)"])
      return nil
    }
  }

  /// Reads the registry anew. Of two at once the one that began later is believed.
  package func refresh() async throws {
    let number = begun.withLock { number in
      number += 1
      return number
    }
    let results = try await control.withConnection { connection in
      try await connection.pipeline([
        "\(TenantRow.columns) WHERE t.state IN ('active', 'suspended', 'archived')",
        "\(RuleVersions.Accepted.columns) ORDER BY v.tenant_id, v.position",
      ])
    }
    let rows = try results[0].rows(TenantRow.self)
    let accepted = Dictionary(grouping: try results[1].rows(RuleVersions.Accepted.self), by: \.tenant)
    let known = snapshot.withLock { $0.files }
    var fresh = Snapshot(number: number)
    for row in rows {
      guard let versions = versions(accepted[row.id] ?? [], of: row, known, &fresh.files) else { continue }
      fresh.entries[row.slug] = RegistryEntry(row, versions, masterKey)
      for host in row.hosts { fresh.slugs[host] = row.slug }
    }
    snapshot.withLock { snapshot in
      if snapshot.number < number { snapshot = fresh }
    }
  }

  private func versions(
    _ accepted: [RuleVersions.Accepted], of row: TenantRow, _ known: [[UInt8]: TenantFile],
    _ files: inout [[UInt8]: TenantFile]
  ) -> RuleVersions? {
    do {
      for version in accepted {
        files[version.sha256] =
          try known[version.sha256] ?? TenantFile(version.settings, national: national)
      }
      return RuleVersions(accepted.compactMap { files[$0.sha256] })
    } catch {
      logger.error(
        "tenant's settings cannot be read", metadata: ["tenant": "\(row.slug)", "error": "\(error)"])
      return nil
    }
  }

  /// Follows changes until the task ends: by notification at once, by asking every few seconds besides.
  /// - Parameter work: hears of which tenant another process has written something, by its number; nil where messages
  ///   may have been lost.
  package func run(
    _ listener: Listener, work: @escaping @Sendable (String?) -> Void = { _ in },
    changed: @escaping @Sendable () async -> Void
  ) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { [self] in
        await listener.run { notification in
          if case .message(Channel.tenantWork.rawValue, let number) = notification { return work(number) }
          if notification == .reconnected { work(nil) }
          await refreshOrLog(changed)
        }
      }
      group.addTask { [self] in
        while (try? await Task.sleep(for: .seconds(5))) != nil { await refreshOrLog(changed) }
      }
    }
  }

  private func refreshOrLog(_ changed: @Sendable () async -> Void) async {
    do {
      try await refresh()
      await changed()
    } catch {
      logger.warning("the tenant registry cannot be read", metadata: ["error": "\(error)"])
    }
  }
}
