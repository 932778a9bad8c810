import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// A deadline of a need, as a row.
struct NeedDeadline: RowDecodable, Sendable {
  let kind: String
  let dueAt: Date

  init(row: inout Row) throws {
    kind = try row.next()
    dueAt = try row.next()
  }

  static func select(need: UUID) -> SQL {
    "SELECT kind, due_at FROM need_timer WHERE need_id = \(need) ORDER BY due_at, kind"
  }

  static let shape = Shape.component(
    "NeedTimer",
    .object([.required("kind", .oneOf(NeedTimer.self)), .required("dueAt", .dateTime)]))

  var json: JSONValue { ["kind": .string(kind), "dueAt": JSONValue(dueAt)] }
}

extension NeedTimer {
  /// Lets the deadline begin; the one of the offers is kept by the operator, who opens them.
  func start(_ need: UUID, due: Date) -> SQL {
    """
    INSERT INTO need_timer (need_id, kind, due_at, fires) VALUES (\(need), \(rawValue), \(due), \(self != .offers))
    ON CONFLICT (need_id, kind) DO UPDATE SET due_at = excluded.due_at, fires = excluded.fires
    """
  }

  /// Nothing is waited for any more.
  static func stopAll(_ need: UUID) -> SQL { "DELETE FROM need_timer WHERE need_id = \(need)" }
}
