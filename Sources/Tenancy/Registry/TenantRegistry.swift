package import EOrderRules
import Foundation
package import Logging
package import Postgres
import Synchronization

/// Which host belongs to which tenant: a snapshot in memory, renewed when the registry says so.
package final class TenantRegistry: Sendable {
  private struct Snapshot {
    var byHost: [String: Tenant] = [:]
    var bySlug: [String: Tenant] = [:]
    /// Settings that were read before, by tenant and hash, so that a refresh parses only what is new.
    var rulebooks: [UUID: (sha256: [UInt8], rulebook: Rulebook)] = [:]
  }

  private let snapshot = Mutex(Snapshot())
  private let control: ControlDatabase
  private let national: NationalRules
  private let adjusted: @Sendable (Rulebook) -> Rulebook
  private let logger: Logger

  /// - Parameter adjusted: what is made of each province's rules; a demonstration sets some aside.
  package init(
    control: ControlDatabase, national: NationalRules, logger: Logger,
    adjusted: @escaping @Sendable (Rulebook) -> Rulebook = { $0 }
  ) {
    self.control = control
    self.national = national
    self.adjusted = adjusted
    self.logger = logger
  }

  package func tenant(host: String) -> Tenant? { snapshot.withLock { $0.byHost[host] } }

  package func tenant(slug: String) -> Tenant? { snapshot.withLock { $0.bySlug[slug] } }

  /// All tenants, by slug.
  package var tenants: [Tenant] {
    snapshot.withLock { $0.bySlug.values.sorted { $0.slug < $1.slug } }
  }

  package var hosts: [String] { snapshot.withLock { Array($0.byHost.keys) } }

  /// Reads the registry anew.
  package func refresh() async throws {
    let rows = try await control.withConnection { connection in
      try await connection.query(
        "\(TenantRow.columns) WHERE t.state IN ('active', 'suspended', 'archived')"
      ).rows(TenantRow.self)
    }
    var known = snapshot.withLock { $0.rulebooks }
    var fresh = Snapshot()
    for row in rows {
      guard let rulebook = rulebook(of: row, known: &known) else { continue }
      fresh.rulebooks[row.id] = (row.sha256, rulebook)
      let tenant = row.tenant(rulebook)
      fresh.bySlug[tenant.slug] = tenant
      for host in row.hosts { fresh.byHost[host] = tenant }
    }
    snapshot.withLock { $0 = fresh }
  }

  private func rulebook(
    of row: TenantRow, known: inout [UUID: (sha256: [UInt8], rulebook: Rulebook)]
  ) -> Rulebook? {
    if let entry = known[row.id], entry.sha256 == row.sha256 { return entry.rulebook }
    do {
      return adjusted(try TenantFile(row.settings, national: national).rulebook)
    } catch {
      logger.error("tenant's settings cannot be read", metadata: ["tenant": "\(row.slug)", "error": "\(error)"])
      return nil
    }
  }

  /// Follows changes until the task ends: by notification at once, by asking every few seconds besides.
  package func run(_ listener: Listener, changed: @escaping @Sendable () async -> Void) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { [self] in
        await listener.run { _ in await refreshOrLog(changed) }
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

private struct TenantRow: RowDecodable {
  let id: UUID
  let slug: String
  let number: Int
  let state: String
  let epoch: Int
  let schemaVersion: Int
  let sha256: [UInt8]
  let settings: [UInt8]
  let hosts: [String]

  /// The columns above; the caller adds WHERE.
  static let columns: SQL = """
    SELECT t.id, t.slug, t.number, t.state, t.epoch, t.schema_version, t.settings_sha256, t.settings,
           ARRAY(SELECT host FROM tenant_host h WHERE h.tenant_id = t.id)
    FROM tenant t
    """

  init(row: inout Row) throws {
    id = try row.next()
    slug = try row.next()
    number = try row.next()
    state = try row.next()
    epoch = try row.next()
    schemaVersion = try row.next()
    sha256 = try row.next(Bytes.self).bytes
    settings = try row.next(Bytes.self).bytes
    hosts = try row.next(SQLArray<String>.self).elements
  }

  func tenant(_ rulebook: Rulebook) -> Tenant {
    Tenant(
      id: id, slug: slug, number: number, state: TenantState(rawValue: state) ?? .failed, epoch: epoch,
      schemaVersion: schemaVersion, rulebook: rulebook)
  }
}

extension Tenant {
  /// The tenant of a slug in whatever state; for the operator and the command line, which nobody routes to.
  /// - Returns: nil where there is none.
  /// - Throws: `RuleFileError` where its settings cannot be read any more.
  package static func find(
    _ slug: String, national: NationalRules, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Tenant? {
    let found = try await lease.query("\(TenantRow.columns) WHERE t.slug = \(slug)").first(TenantRow.self)
    guard let row = found else { return nil }
    return row.tenant(try TenantFile(row.settings, national: national).rulebook)
  }
}
