import AuditLog
package import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A central administrator opens an access to a province for a reason and for a while; the province's own log holds it,
/// and its administrators and auditors are told in the same transaction.
package struct OpenBreakGlass: Sendable {
  package static let shape = Shape.component(
    "BreakGlassInput",
    .object([
      .required("reason", .note, "What the province reads in its log and its notices."),
      .required("minutes", .integer(min: 1, max: Int64(CentralAccess.longest))),
    ]))

  private let reason: String
  private let minutes: Int64

  /// Reads a body that the shape has checked.
  package init(body: JSONValue) {
    reason = body["reason"]?.text ?? ""
    minutes = body["minutes"]?.int64 ?? 0
  }

  /// - Parameter caller: the central administrator in the province that is opened.
  /// - Returns: an answer without the key, so that none is in the record of the request: the key follows from the id.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, key: (UUID) -> Secret, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await write(lease, reading: []) { transaction, _ in
      let id = UUID.version7(at: caller.now)
      let (actor, now) = (caller.actor, caller.now)
      let entry = caller.author([.centralAdmin]).entry(
        "break-glass.open", subject: "break-glass", id: id,
        detail: [
          "administrator": .string(actor.name), "email": .string(actor.email), "reason": .string(reason),
          "minutes": .integer(minutes),
        ])
      transaction.enqueue(entry.insertion)
      transaction.enqueue(
        """
        INSERT INTO break_glass (id, admin_id, admin_name, admin_email, reason, opened_at, ends_at, key_hash, audit_id)
        VALUES (\(id), \(actor.userID), \(actor.name), \(actor.email), \(reason), \(now),
          \(now)::timestamptz + \(minutes)::bigint * interval '1 minute', \(key(id).hash), \(entry.id))
        """)
      let notice = Notice(
        .breakGlassOpened, about: .breakGlass(id),
        detail: [
          JSONMember(name: "person", value: .string(actor.name)),
          JSONMember(name: "minutes", value: .integer(minutes)),
          JSONMember(name: "reason", value: .string(reason)),
        ], at: now)
      for role in [Role.tenantAdmin, .auditor] {
        transaction.enqueue(notice.insertion(to: .role(role, unit: nil)))
      }
      let stored = try await transaction.query(BreakGlass.select(id))
      guard let made = try stored.first(BreakGlass.self) else { throw Refusal.notFound }
      return Answer(
        status: 201,
        [
          "id": JSONValue(id), "tenant": .string(caller.tenant.slug), "reason": .string(reason),
          "openedAt": JSONValue(made.openedAt), "endsAt": JSONValue(made.endsAt),
        ])
    }
  }
}
