import AuditLog
import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// An access by break-glass is ended before its time: by an administrator of the province, or from central
/// administration.
package struct EndBreakGlass: Sendable {
  package static let shape = Shape.component(
    "BreakGlassEnd", .object([.optional("reason", .nullable(.note))]))

  private let id: UUID
  private let reason: String?

  package init(_ id: UUID, body: JSONValue = [:]) {
    self.id = id
    reason = body["reason"]?.text
  }

  /// - Throws: `Refusal` in the order of api.md §2: 404, 412, 409 `wrong_state` where it is over.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let read: SQL = "\(BreakGlass.select(id)) FOR UPDATE"
    return try await write(lease, reading: [read]) { transaction, results in
      guard let access = try results[0].first(BreakGlass.self) else { throw Refusal.notFound }
      try write.checkPrecondition(version: access.version)
      let state = access.state(at: caller.now)
      guard state == .open else { throw Refusal.wrongState(state.rawValue) }
      let author = author(caller)
      let entry = author.entry(
        "break-glass.end", subject: "break-glass", id: id,
        detail: ["administrator": .string(caller.actor.name), "reason": JSONValue(reason)])
      transaction.enqueue(entry.insertion)
      transaction.enqueue(
        """
        UPDATE break_glass SET ended_at = \(caller.now), ended_by = \(caller.actor.userID),
          ended_by_name = \(caller.actor.name), end_reason = \(reason), end_audit_id = \(entry.id),
          version = version + 1 WHERE id = \(id)
        """)
      let stored = try await transaction.query(BreakGlass.select(id))
      guard let after = try stored.first(BreakGlass.self) else { throw Refusal.notFound }
      return Answer(after.json(at: caller.now), version: after.version)
    }
  }

  private func author(_ caller: Caller) -> Author {
    let author = caller.author(BreakGlass.enders.union([.centralAdmin]))
    return caller.actor.isReader ? author.reader : author
  }
}
