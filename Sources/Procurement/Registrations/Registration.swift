package import Authentication
import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
import Tenancy

/// A registration that is under way: what was typed so far. It is kept until it is sent, or for a month after the
/// last change.
package struct Registration: Sendable {
  /// Days after the last change for which it is kept.
  package static let keptDays = 30
  /// Bytes of what is typed at most.
  private static let largest = 32 * 1024

  package let id: UUID
  package let email: String
  package let passwordHash: String
  /// By the names of the fields.
  package var fields: [String: String]

  static let columns: SQL = "SELECT id, email, password_hash, fields FROM registration"

  /// The registration of a browser; nil where it is sent or too old.
  package static func find(
    _ token: Secret, _ lease: borrowing some Lease & ~Copyable, at now: Date
  ) async throws -> Registration? {
    try await lease.query(
      "\(columns) WHERE token_hash = \(token.hash) AND updated_at > \(oldest(at: now))"
    ).first(Registration.self)
  }

  /// Keeps what was typed.
  /// - Throws: `Refusal.invalid` for more than any form holds.
  package func save(_ lease: borrowing some Lease & ~Copyable, at now: Date) async throws {
    let json = Self.json(fields)
    guard json.count <= Self.largest else { throw Refusal.invalid([FieldError("", .tooLong)]) }
    let statement: SQL = """
      UPDATE registration SET fields = \(JSONB(json)), updated_at = \(now) WHERE id = \(id)
      """
    try await lease.transaction { $0.enqueue(statement) }
  }

  /// Everything older is erased.
  static func oldest(at now: Date) -> Date { now - Double(keptDays) * 86_400 }

  static func json(_ fields: [String: String]) -> [UInt8] {
    let members = fields.sorted { $0.key < $1.key }.map { JSONMember(name: $0.key, value: .string($0.value)) }
    return JSONValue.object(members).encoded
  }
}

extension Registration: RowDecodable {
  package init(row: inout Row) throws {
    id = try row.next()
    email = try row.next()
    passwordHash = try row.next()
    let members = try JSONValue(parsing: try row.next(JSONB.self).text).members ?? []
    fields = Dictionary(members.map { ($0.name, $0.value.text ?? "") }) { first, _ in first }
  }
}
