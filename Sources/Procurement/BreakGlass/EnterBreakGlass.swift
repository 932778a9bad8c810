import AuditLog
package import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// The one-time key of an access by break-glass becomes the token of its session.
package struct EnterBreakGlass: Sendable {
  package static let answer = Shape.component(
    "BreakGlassSession",
    .object([
      .required("token", .text(max: 100)), .required("expiresAt", .dateTime),
      .required("access", BreakGlass.shape),
    ]))

  private let key: Secret

  package init(_ key: Secret) { self.key = key }

  /// The access whose key was not used yet and whose time has not passed.
  package static func find(_ key: Secret, at now: Date) -> SQL {
    """
    \(BreakGlass.columns)
    WHERE g.key_hash = \(key.hash) AND g.entered_at IS NULL AND g.ended_at IS NULL AND g.ends_at > \(now)
    """
  }

  /// What the key would open.
  package func access(at now: Date, _ lease: borrowing some Lease & ~Copyable) async throws -> BreakGlass? {
    try await lease.query(Self.find(key, at: now)).first(BreakGlass.self)
  }

  /// - Parameter address: where the request came from.
  /// - Returns: the token, until when it is good and the access.
  /// - Throws: `Refusal.notFound` for a key that is used, too old or none.
  package func callAsFunction(
    _ visit: Visit, from address: String, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> (token: Secret, access: BreakGlass) {
    try await lease.transaction { transaction in
      let found = try await transaction.query("\(Self.find(key, at: visit.now)) FOR UPDATE")
      guard let access = try found.first(BreakGlass.self) else { throw Refusal.notFound }
      let author = Author(
        user: access.administratorID, role: .centralAdmin, rulesVersion: visit.rulebook.version,
        now: visit.now)
      let entry = author.entry(
        "break-glass.enter", subject: "break-glass", id: access.id,
        detail: ["administrator": .string(access.administratorName), "address": .string(address)])
      let token = Secret()
      transaction.enqueue(entry.insertion)
      transaction.enqueue(
        """
        UPDATE break_glass SET entered_at = \(visit.now), token_hash = \(token.hash), enter_audit_id = \(entry.id),
          version = version + 1 WHERE id = \(access.id)
        """)
      let stored = try await transaction.query(BreakGlass.select(access.id))
      guard let entered = try stored.first(BreakGlass.self) else { throw Refusal.notFound }
      return (token, entered)
    }
  }
}

/// What is read under an access is written into the province's log before it is shown.
package struct RecordBreakGlassReading: Sendable {
  /// Characters of an address that are kept.
  private static let longest = 500

  private let path: String

  /// - Parameter path: the address with its query.
  package init(_ path: String) { self.path = String(path.prefix(Self.longest)) }

  package func callAsFunction(_ caller: Caller, _ lease: borrowing some Lease & ~Copyable) async throws {
    guard let access = caller.actor.access else { return }
    let entry = caller.author([]).reader.entry(
      "break-glass.read", subject: "break-glass", id: access.id,
      detail: ["administrator": .string(caller.actor.name), "path": .string(path)])
    try await lease.transaction { $0.enqueue(entry.insertion) }
  }
}

extension Author {
  /// The same person as a central administrator.
  var reader: Author {
    Author(user: userID ?? UUID(), role: .centralAdmin, rulesVersion: rulesVersion, now: now)
  }
}
