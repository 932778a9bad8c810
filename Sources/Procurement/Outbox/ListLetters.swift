import AuditLog
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// A message as the province's administrator sees it: where it stands, not what it says.
package struct LetterRow: RowDecodable, Sendable {
  package let id: UUID
  package let kind: Letter.Kind
  package let recipient: String
  package let state: LetterState
  package let attempts: Int
  package let refusal: String?
  package let createdAt: Date
  package let dueAt: Date
  package let endedAt: Date?

  package init(row: inout Row) throws {
    id = try row.next()
    kind = try row.code()
    recipient = try row.next()
    state = try row.code()
    attempts = try row.next()
    refusal = try row.next(String?.self)
    createdAt = try row.next()
    dueAt = try row.next()
    endedAt = try row.next(Date?.self)
  }

  static let columns: SQL = """
    SELECT id, kind, recipient, state, attempts, refusal, created_at, due_at, ended_at FROM outbox_message
    """

  package var json: JSONValue {
    [
      "id": JSONValue(id), "kind": .string(kind.rawValue), "recipient": .string(recipient),
      "state": .string(state.rawValue), "attempts": JSONValue(attempts), "refusal": JSONValue(refusal),
      "createdAt": JSONValue(createdAt), "dueAt": JSONValue(state == .waiting ? dueAt : nil),
      "endedAt": JSONValue(endedAt),
    ]
  }

  package static let answer = Shape.component(
    "MailMessage",
    .object([
      .required("id", .uuid), .required("kind", .oneOf(Letter.Kind.self)),
      .required("recipient", .text(max: 320)),
      .required("state", .oneOf(LetterState.self)), .required("attempts", .integer(min: 0)),
      .required(
        "refusal", .nullable(.text(max: 500)), "The mail server's words at the last try that failed."),
      .required("createdAt", .dateTime), .required("dueAt", .nullable(.dateTime), "When it is tried next."),
      .required("endedAt", .nullable(.dateTime)),
    ]))
}

/// Where a message stands.
package enum LetterState: String, Sendable, CaseIterable {
  case waiting, sent
  /// The server refused it for good, or nobody took it for days.
  case givenUp = "given_up"
  /// Nobody waits for it any more.
  case withdrawn
}

/// The province's mail, newest first.
package struct ListLetters: Sendable {
  package static let name = "mail"

  private let state: LetterState?
  private let page: PageRequest

  package init(state: LetterState?, _ page: PageRequest) {
    self.state = state
    self.page = page
  }

  package func callAsFunction(_ lease: borrowing some Lease & ~Copyable) async throws -> Answer {
    page.answer(try await rows(lease), item: \.json) { Cursor(list: Self.name, at: $0.createdAt, id: $0.id) }
  }

  /// One row more than the page holds tells that there is a next page.
  package func rows(_ lease: borrowing some Lease & ~Copyable) async throws -> [LetterRow] {
    var conditions: [SQL] = ["true"]
    if let state { conditions.append("state = \(state.rawValue)") }
    if let cursor = try page.behind { conditions.append("(created_at, id) < (\(cursor.at), \(cursor.id))") }
    return try await lease.query(
      """
      \(LetterRow.columns) WHERE \(SQL(joining: conditions, separator: " AND "))
      ORDER BY created_at DESC, id DESC LIMIT \(page.limit + 1)
      """
    ).rows(LetterRow.self)
  }
}

/// The administrator has a message sent at once: one that waits or was given up, or once more one that was sent and
/// did not arrive.
package struct RetryLetter: Sendable {
  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  /// - Throws: `Refusal.notFound`; `Refusal.wrongState` for one that nobody waits for.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let select: SQL = "\(LetterRow.columns) WHERE id = \(id)"
    return try await write(lease, reading: ["\(select) FOR UPDATE"]) { transaction, results in
      guard let letter = try results[0].first(LetterRow.self) else { throw Refusal.notFound }
      guard letter.state != .withdrawn else {
        throw Refusal.wrongState(letter.state.rawValue)
      }
      transaction.enqueue(
        """
        UPDATE outbox_message SET state = 'waiting', due_at = \(caller.now), ended_at = NULL,
          gives_up_at = greatest(gives_up_at, \(caller.now + Letter.patience))
        WHERE id = \(id)
        """)
      transaction.enqueue(
        caller.author([.tenantAdmin]).entry("mail.retry", subject: "mail", id: id, detail: [:]).insertion)
      guard let after = try await transaction.query(select).first(LetterRow.self) else {
        throw Refusal.notFound
      }
      return Answer(after.json)
    }
  }
}
