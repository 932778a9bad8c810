package import EOrderRules
import Foundation
package import Postgres

/// A tenant as the registry's table has it.
struct TenantRow: RowDecodable {
  let id: UUID
  let slug: String
  let number: Int
  let state: String
  let epoch: Int
  let schemaVersion: Int
  let settings: [UInt8]
  let hosts: [String]

  /// The columns above; the caller adds WHERE.
  static let columns: SQL = """
    SELECT t.id, t.slug, t.number, t.state, t.epoch, t.schema_version, t.settings,
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
    settings = try row.next(Bytes.self).bytes
    hosts = try row.next(SQLArray<String>.self).elements
  }

  func tenant(_ rulebook: Rulebook) -> Tenant {
    Tenant(
      id: id, slug: slug, number: number, state: TenantState(rawValue: state) ?? .failed, epoch: epoch,
      schemaVersion: schemaVersion, rulebook: rulebook)
  }
}

/// What the registry keeps of a tenant: its row, the versions of its rules, and those of the day.
struct RegistryEntry {
  private let row: TenantRow
  private let versions: RuleVersions
  private let traceKey: TraceKey?
  private let linkKey: LinkKey?
  private var chosen: (tenant: Tenant, hours: Range<Date>)?

  init(_ row: TenantRow, _ versions: RuleVersions, _ masterKey: MasterKey?) {
    self.row = row
    traceKey = masterKey.map { TraceKey($0, tenant: row.slug) }
    linkKey = masterKey.map { LinkKey($0, tenant: row.slug) }
    self.versions = versions
  }

  /// Nil where the rules of this day are not chosen yet.
  func tenant(at now: Date) -> Tenant? {
    guard let chosen, chosen.hours.contains(now) else { return nil }
    return chosen.tenant
  }

  mutating func choose(at now: Date, _ adjusted: (Rulebook) -> Rulebook) throws -> Tenant? {
    guard let calendar = versions.newest?.rulebook.calendar else { return nil }
    let day = calendar.day(of: now)
    guard let rulebook = try versions.rulebook(on: day) else { return nil }
    var tenant = row.tenant(adjusted(rulebook))
    tenant.traceKey = traceKey
    tenant.linkKey = linkKey
    chosen = (tenant, calendar.instant(of: day)..<calendar.instant(of: day.adding(days: 1)))
    return tenant
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
    let newest = try await RuleVersions.read(slug, national: national, lease).newest
    return row.tenant(try (newest ?? TenantFile(row.settings, national: national)).rulebook)
  }
}
