import Foundation
import Postgres
import StrictJSON

/// A tenant as the registry has it.
struct TenantRecord: RowDecodable, Sendable {
  let slug: String
  let code: String
  let name: String
  let state: String
  let schemaVersion: Int
  let hosts: [String]

  init(row: inout Row) throws {
    slug = try row.next()
    code = try row.next()
    name = try row.next()
    state = try row.next()
    schemaVersion = try row.next()
    hosts = try row.next(SQLArray<String>.self).elements
  }

  /// The columns above; the caller adds WHERE and ORDER BY.
  static let columns: SQL = """
    SELECT t.slug, t.code, t.name, t.state, t.schema_version,
           ARRAY(SELECT host FROM tenant_host h WHERE h.tenant_id = t.id ORDER BY host)
    FROM tenant t
    """

  var json: JSONValue {
    [
      "slug": .string(slug), "code": .string(code), "name": .string(name), "state": .string(state),
      "schemaVersion": JSONValue(schemaVersion), "hosts": .array(hosts.map { .string($0) }),
    ]
  }

  var line: String { "\(slug)\t\(state)\tschema \(schemaVersion)\t\(hosts.joined(separator: " "))\t\(name)" }
}
