import AuditLog
import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// The caller's own open sessions, newest first.
package struct ListSessions: Sendable {
  package static let name = "sessions"

  private let page: PageRequest

  package init(_ page: PageRequest) { self.page = page }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let now = caller.now
    let conditions: [SQL] = [
      "user_id = \(caller.actor.userID)", "expires_at > \(now)", "last_seen > \(now - Sessions.idleLimit)",
    ]
    let rows = try await lease.query(
      try page.newest(
        "SELECT id, created_at, last_seen, expires_at, user_agent FROM session", where: conditions,
        by: "created_at", "id")
    ).rows(OpenSession.self)
    return page.answer(
      rows, item: { $0.json(current: caller.actor.sessionID) },
      cursor: { Cursor(list: Self.name, at: $0.createdAt, id: $0.id) })
  }

  /// What the API shows of a session.
  package static let answer = Shape.component(
    "OpenSession",
    .object([
      .required("id", .uuid), .required("createdAt", .dateTime), .required("lastSeen", .dateTime),
      .required("expiresAt", .dateTime), .required("userAgent", .nullable(.text(min: 0, max: 1000))),
      .required("current", .boolean),
    ]))
}

private struct OpenSession: RowDecodable {
  let id: UUID
  let createdAt: Date
  let lastSeen: Date
  let expiresAt: Date
  let userAgent: String?

  init(row: inout Row) throws {
    id = try row.next()
    createdAt = try row.next()
    lastSeen = try row.next()
    expiresAt = try row.next()
    userAgent = try row.next(String?.self)
  }

  func json(current: UUID) -> JSONValue {
    [
      "id": JSONValue(id), "createdAt": JSONValue(createdAt), "lastSeen": JSONValue(lastSeen),
      "expiresAt": JSONValue(expiresAt), "userAgent": JSONValue(userAgent), "current": .bool(id == current),
    ]
  }
}

/// The caller ends one of its own sessions.
package struct EndSession: Sendable {
  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  /// - Throws: `Refusal.notFound` for a session that is another's or has ended.
  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let entry = caller.entry(
      "session.close", role: caller.actor.roles.min { $0.rawValue < $1.rawValue }, subject: "session", id: id,
      detail: [:])
    return try await lease.transaction { transaction in
      let deleted = try await transaction.query(
        "DELETE FROM session WHERE id = \(id) AND user_id = \(caller.actor.userID)")
      guard deleted.affected == 1 else { throw Refusal.notFound }
      transaction.enqueue(entry.insertion)
      return Answer(status: 204)
    }
  }
}
