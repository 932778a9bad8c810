import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// A particular that an auditor declared to be no conflict of interest, with the reason and the last day.
struct ConflictDeclaration: RowDecodable, Sendable {
  private let user: UUID
  private let kind: TraceKind
  private let reason: String
  private let until: Day
  private let at: Date
  private let by: UUID

  init(row: inout Row) throws {
    user = try row.next()
    kind = try row.code()
    reason = try row.next()
    until = try row.next()
    at = try row.next()
    by = try row.next()
  }

  static func select(vendor: UUID) -> SQL {
    """
    SELECT user_id, kind, reason, until_on, at, declared_by FROM conflict_declaration WHERE vendor_id = \(vendor)
    ORDER BY at DESC, id DESC
    """
  }

  static let shape = Shape.component(
    "ConflictDeclaration",
    .object([
      .required("userId", .uuid), .required("kind", .oneOf(TraceKind.self)), .required("reason", .note),
      .required("until", .date), .required("at", .dateTime), .required("by", .uuid),
    ]))

  var json: JSONValue {
    [
      "userId": JSONValue(user), "kind": .string(kind.rawValue), "reason": .string(reason),
      "until": JSONValue(until), "at": JSONValue(at), "by": JSONValue(by),
    ]
  }
}
