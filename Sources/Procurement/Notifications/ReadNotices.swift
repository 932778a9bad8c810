import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// A notice as its reader finds it.
package struct NoticeRow: RowDecodable, Sendable {
  package let id: UUID
  package let at: Date
  package let kind: NoticeKind
  package let subjectType: String
  package let subjectID: UUID
  /// What the sentence names.
  package let detail: JSONValue
  package let readAt: Date?

  package init(row: inout Row) throws {
    id = try row.next()
    at = try row.next()
    let code = try row.next(String.self)
    guard let known = NoticeKind(rawValue: code) else { throw DecodingFailure("unknown notice \(code)") }
    kind = known
    subjectType = try row.next()
    subjectID = try row.next()
    detail = try JSONValue(parsing: try row.next(JSONB.self).text)
    readAt = try row.next(Date?.self)
  }

  static let columns: SQL = "SELECT id, at, kind, subject_type, subject_id, detail, read_at FROM notice"

  /// - Parameter text: the sentence in the reader's language.
  package func json(_ text: String) -> JSONValue {
    [
      "id": JSONValue(id), "at": JSONValue(at), "kind": .string(kind.rawValue),
      "subject": ["type": .string(subjectType), "id": JSONValue(subjectID)], "text": .string(text),
      "readAt": JSONValue(readAt),
    ]
  }

  /// What the API shows of a notice.
  package static let shape = Shape.component(
    "Notification",
    .object([
      .required("id", .uuid), .required("at", .dateTime), .required("kind", .oneOf(NoticeKind.self)),
      .required("subject", .object([.required("type", .text(max: 50)), .required("id", .uuid)])),
      .required("text", .text(max: 2000), "In the language of the request."),
      .required("readAt", .nullable(.dateTime)),
    ]))
}

/// What a person was told, newest first.
package struct ListNotices: Sendable {
  package static let name = "notices"

  private let onlyUnread: Bool
  private let page: PageRequest

  package init(onlyUnread: Bool, _ page: PageRequest) {
    self.onlyUnread = onlyUnread
    self.page = page
  }

  /// - Parameter text: the sentence of a notice in the reader's language.
  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable, text: (NoticeRow) -> String
  ) async throws -> Answer {
    page.answer(
      try await rows(caller, lease), item: { $0.json(text($0)) },
      cursor: { Cursor(list: Self.name, at: $0.at, id: $0.id) })
  }

  /// One row more than the page holds tells that there is a next page.
  package func rows(_ caller: Caller, _ lease: borrowing some Lease & ~Copyable) async throws -> [NoticeRow] {
    var conditions: [SQL] = ["user_id = \(caller.actor.userID)"]
    if onlyUnread { conditions.append("read_at IS NULL") }
    return try await lease.query(
      try page.newest(NoticeRow.columns, where: conditions, by: "at", "id")
    ).rows(NoticeRow.self)
  }
}

/// A person has read everything up to a moment.
package struct MarkNoticesRead: Sendable {
  package static let shape = Shape.component(
    "NoticesRead", .object([.required("until", .dateTime, "The time of the latest notice that was seen.")]))
  package static let answer = Shape.component(
    "NoticesMarked", .object([.required("read", .integer(min: 0), "How many were unread before.")]))

  private let until: Date

  /// Reads a body that the shape has checked.
  package init(body: JSONValue) { until = body["until"]?.instant ?? .distantPast }

  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let mark: SQL = """
      WITH marked AS (
        UPDATE notice SET read_at = \(caller.now)
        WHERE user_id = \(caller.actor.userID) AND at <= \(until) AND read_at IS NULL RETURNING id
      )
      SELECT count(*) FROM marked
      """
    return try await write(lease, reading: [mark]) { _, results in
      let count: Int64 = try results[0].scalar(Int64.self) ?? 0
      return Answer(["read": .integer(count)])
    }
  }
}

/// A person has read a notice.
package struct MarkNoticeRead: Sendable {
  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  /// - Throws: `Refusal.notFound` for a notice that is another's.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable, text: (NoticeRow) -> String
  ) async throws -> Answer {
    let own: SQL = "user_id = \(caller.actor.userID) AND id = \(id)"
    return try await write(
      lease,
      reading: [
        "UPDATE notice SET read_at = \(caller.now) WHERE \(own) AND read_at IS NULL",
        "\(NoticeRow.columns) WHERE \(own)",
      ]
    ) { _, results in
      guard let row = try results[1].first(NoticeRow.self) else { throw Refusal.notFound }
      return Answer(row.json(text(row)))
    }
  }
}
