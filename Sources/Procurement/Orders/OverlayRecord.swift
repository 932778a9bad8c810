package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// Something that lies over an order and has not ended.
package struct OverlayRecord: RowDecodable, Sendable {
  package let id: UUID
  package let kind: OrderOverlay
  /// The side of the contract that laid it down.
  package let side: OrderSide
  package let userID: UUID
  /// The person behind the account.
  let person: String
  package let by: String
  package let at: Date
  package let until: Date?
  package let reason: String?
  /// What was proposed or claimed, as the transition's body had it.
  package let detail: JSONValue

  package init(row: inout Row) throws {
    id = try row.next()
    let (kind, side) = (try row.next(String.self), try row.next(String.self))
    guard let known = OrderOverlay(rawValue: kind), let knownSide = OrderSide(rawValue: side) else {
      throw DecodingFailure("unknown overlay \(kind) of \(side)")
    }
    (self.kind, self.side) = (known, knownSide)
    userID = try row.next()
    person = try row.next()
    by = try row.next()
    at = try row.next()
    until = try row.next(Date?.self)
    reason = try row.next(String?.self)
    detail = try JSONValue(parsing: try row.next(JSONB.self).text)
  }

  private static let columns: SQL = """
    id, kind, side, user_id, (SELECT u.person FROM app_user u WHERE u.id = user_id), by_name, at, until, reason, detail
    """

  package static func select(order: UUID) -> SQL {
    "SELECT \(columns) FROM order_overlay WHERE order_id = \(order) AND ended_at IS NULL ORDER BY at, kind"
  }

  /// Those of several orders, each led by its order's id.
  static func select(orders: [UUID]) -> SQL {
    """
    SELECT order_id, \(columns) FROM order_overlay
    WHERE order_id = ANY (\(SQLArray(orders))) AND ended_at IS NULL ORDER BY order_id, at, kind
    """
  }

  /// When a dispute that nobody answered should have been answered; nil before that time is over.
  package var answerDue: Date? { detail[DisputeTimer.answerDue]?.instant }

  /// Whether the API tells of it; a proposal to cancel is told by the history alone.
  var isShown: Bool { kind != .cancelProposed }

  /// The finding behind a hold is the auditor's, not the vendor's.
  func json(isVendor: Bool) -> JSONValue {
    [
      "kind": .string(kind.rawValue), "by": .string(by), "at": JSONValue(at), "until": JSONValue(until),
      "reason": JSONValue(reason), "detail": isVendor && kind == .hold ? [:] : detail,
    ]
  }
}

extension [OverlayRecord] {
  var kinds: Set<OrderOverlay> { Set(map(\.kind)) }

  package subscript(_ kind: OrderOverlay) -> OverlayRecord? { first { $0.kind == kind } }
}

/// How one side rated the other.
package struct OrderRating: RowDecodable, Sendable {
  package let side: OrderSide
  package let stars: Int
  package let comment: String?
  package let at: Date

  package init(row: inout Row) throws {
    side = OrderSide(rawValue: try row.next()) ?? .province
    stars = try row.next()
    comment = try row.next(String?.self)
    at = try row.next()
  }

  package static func select(order: UUID) -> SQL {
    "SELECT side, stars, comment, at FROM order_rating WHERE order_id = \(order) ORDER BY at"
  }

  /// Those of several orders, each led by its order's id.
  static func select(orders: [UUID]) -> SQL {
    """
    SELECT order_id, side, stars, comment, at FROM order_rating
    WHERE order_id = ANY (\(SQLArray(orders))) ORDER BY order_id, at
    """
  }

  var json: JSONValue {
    [
      "side": .string(side.rawValue), "stars": JSONValue(stars), "text": JSONValue(comment),
      "at": JSONValue(at),
    ]
  }
}
