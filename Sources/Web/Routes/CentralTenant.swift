import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// A tenant as central administration sees it: never its business data.
struct CentralTenant: RowDecodable, Sendable {
  let id: UUID
  let slug: String
  let state: TenantState
  let schemaVersion: Int
  private let code: String
  private let name: String
  private let hosts: [String]
  private let settingsSha256: [UInt8]
  private let stateSince: Date
  private let operation: UUID?
  let connections: Int

  private static let columns: SQL = """
    SELECT t.id, t.slug, t.code, t.name, t.state, t.schema_version,
           ARRAY(SELECT host FROM tenant_host h WHERE h.tenant_id = t.id ORDER BY host),
           t.settings_sha256, t.state_since,
           (SELECT o.id FROM operation o WHERE o.tenant_slug = t.slug ORDER BY o.created_at DESC, o.id DESC LIMIT 1),
           (SELECT count(*) FROM pg_stat_activity a WHERE a.usename = 'tenant_' || t.slug)
    FROM tenant t
    """

  static func select(_ slug: String) -> SQL { "\(columns) WHERE t.slug = \(slug)" }

  /// One row more than the page holds, where there is one.
  static func select(_ page: PageRequest) -> SQL {
    let after = page.cursor?.value ?? ""
    return "\(columns) WHERE t.slug > \(after) ORDER BY t.slug LIMIT \(page.limit + 1)"
  }

  init(row: inout Row) throws {
    id = try row.next()
    slug = try row.next()
    code = try row.next()
    name = try row.next()
    state = TenantState(rawValue: try row.next()) ?? .failed
    schemaVersion = try row.next()
    hosts = try row.next(SQLArray<String>.self).elements
    settingsSha256 = try row.next(Bytes.self).bytes
    stateSince = try row.next()
    operation = try row.next(UUID?.self)
    connections = try row.next()
  }

  var json: JSONValue {
    [
      "slug": .string(slug), "code": .string(code), "name": .string(name), "state": .string(state.rawValue),
      "schemaVersion": JSONValue(schemaVersion), "hosts": .array(hosts.map { .string($0) }),
      "placement": "local", "usage": ["connections": JSONValue(connections)],
      "operationId": JSONValue(operation),
    ]
  }

  /// Changes with everything that is written of the tenant; what it uses at the moment is measured, not written.
  var tag: String {
    let parts = [
      slug, code, name, state.rawValue, "\(stateSince.microseconds)", "\(schemaVersion)",
      hexadecimal(settingsSha256),
      operation?.lowercased ?? "",
    ]
    return hexadecimal(Array(Array((parts + hosts).joined(separator: "\n").utf8).sha256.prefix(16)))
  }
}

extension Write {
  /// Whether `If-Match`, where it was sent, allows what has this tag.
  func expects(_ tag: String) -> Bool {
    expectedVersions.map { $0.contains("*") || $0.contains(tag) } ?? true
  }
}
