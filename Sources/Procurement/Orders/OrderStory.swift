import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// One thing that happened to an order.
package struct OrderEvent: RowDecodable, Sendable {
  package let position: Int
  package let at: Date
  package let by: String
  package let role: String
  package let transition: String
  package let from: String?
  package let to: String
  package let reason: String?
  /// In which office, for an official's step; null for vendors and the service.
  package let office: JSONValue
  /// Whether the vendor said that the goods arrived and showed no photo.
  package let isWithoutPhoto: Bool
  /// Whether the order went to another vendor with it.
  let movesVendor: Bool
  /// What was to change with an amendment, and whether it was agreed to; empty for all other steps.
  package let amendment: JSONValue

  package init(row: inout Row) throws {
    position = try row.next()
    at = try row.next()
    by = try row.next()
    role = try row.next()
    transition = try row.next()
    from = try row.next(String?.self)
    to = try row.next()
    reason = try row.next(String?.self)
    let told = try row.next(JSONB?.self)
    office = try told.map { try JSONValue(parsing: $0.text) } ?? Self.own(role)
    isWithoutPhoto = try row.next()
    movesVendor = try row.next()
    amendment = try row.next(JSONB?.self).map { try JSONValue(parsing: $0.text) } ?? [:]
  }

  init(
    position: Int, at: Date, by: String, role: String, transition: OrderTransition, from: OrderState?,
    to: OrderState, reason: String?, office: Office? = nil
  ) {
    self.position = position
    self.at = at
    self.by = by
    self.role = role
    self.transition = transition.rawValue
    self.from = from?.rawValue
    self.to = to.rawValue
    self.reason = reason
    self.office = office?.record ?? Self.own(role)
    isWithoutPhoto = false
    movesVendor = false
    amendment = [:]
  }

  /// The same event without who did it and why: what an earlier vendor did is not told to the next.
  init(hiding event: OrderEvent) {
    position = event.position
    at = event.at
    by = "–"
    role = event.role
    transition = event.transition
    from = event.from
    to = event.to
    reason = nil
    office = event.office
    isWithoutPhoto = event.isWithoutPhoto
    movesVendor = event.movesVendor
    amendment = event.amendment
  }

  /// Whether a vendor did it, or let its time pass.
  var isVendors: Bool {
    [Role.vendorOwner.rawValue, Role.vendorStaff.rawValue].contains(role)
      || transition == OrderTransition.expire.rawValue
  }

  /// Where nothing else is told, officials act in an office of their own.
  private static func own(_ role: String) -> JSONValue {
    Role(rawValue: role)?.isOfficial == true ? Office.own : .null
  }

  private static let columns: SQL = """
    position, at, actor_name, role, transition, from_state, to_state, reason, detail -> 'office',
    coalesce(detail -> 'withoutPhoto' = 'true', false), coalesce(transition = 'reissue' AND detail ? 'vendorId', false),
    CASE WHEN transition IN ('amend', 'answer-amendment') THEN detail END
    """

  package static func select(order: UUID) -> SQL {
    "SELECT \(columns) FROM order_event WHERE order_id = \(order) ORDER BY position"
  }

  /// Those of several orders, each led by its order's id.
  static func select(orders: [UUID]) -> SQL {
    "SELECT order_id, \(columns) FROM order_event WHERE order_id = ANY (\(SQLArray(orders))) ORDER BY order_id, position"
  }

  package var json: JSONValue {
    let members: [JSONMember] = [
      JSONMember(name: "at", value: JSONValue(at)), JSONMember(name: "by", value: .string(by)),
      JSONMember(name: "role", value: .string(role)),
      JSONMember(name: "transition", value: .string(transition)),
      JSONMember(name: "from", value: JSONValue(from)), JSONMember(name: "to", value: .string(to)),
      JSONMember(name: "reason", value: JSONValue(reason)), JSONMember(name: "office", value: office),
    ]
    return .object(members + (isWithoutPhoto ? [JSONMember(name: "withoutPhoto", value: true)] : []))
  }
}

/// A deadline of an order that is running or paused.
package struct OrderDeadline: RowDecodable, Sendable {
  package let kind: String
  package let dueAt: Date
  package let workingDaysLeft: Int?

  package init(row: inout Row) throws {
    kind = try row.next()
    dueAt = try row.next()
    workingDaysLeft = try row.next(Int?.self)
  }

  init(kind: OrderTimer, dueAt: Date) {
    self.kind = kind.rawValue
    self.dueAt = dueAt
    workingDaysLeft = nil
  }

  /// Reminders, and what the service keeps for itself, are not told.
  private static let isShown: SQL =
    "kind = ANY (\(SQLArray(OrderTimer.allCases.map(\.rawValue))))"

  package static func select(order: UUID) -> SQL {
    """
    SELECT kind, due_at, working_days_left FROM order_timer
    WHERE order_id = \(order) AND \(isShown) ORDER BY due_at, kind
    """
  }

  /// Those of several orders, each led by its order's id.
  static func select(orders: [UUID]) -> SQL {
    """
    SELECT order_id, kind, due_at, working_days_left FROM order_timer
    WHERE order_id = ANY (\(SQLArray(orders))) AND \(isShown) ORDER BY order_id, due_at, kind
    """
  }

  /// - Parameter zone: the province's, by whose clocks it is told besides.
  package func json(in zone: OfficialZone) -> JSONValue {
    [
      "kind": .string(kind), "dueAt": JSONValue(dueAt), "zone": .string(zone.abbreviation),
      "localDueAt": .string(zone.text(dueAt)), "paused": .bool(workingDaysLeft != nil),
    ]
  }
}

/// A paper that somebody attached to an order.
package struct OrderAttachment: RowDecodable, Sendable {
  package let id: UUID
  package let kind: String
  package let sha256: [UInt8]
  package let size: Int64
  package let mediaType: String
  package let createdAt: Date

  package init(row: inout Row) throws {
    id = try row.next()
    kind = try row.next()
    sha256 = try row.next(Bytes.self).bytes
    size = try row.next()
    mediaType = try row.next()
    createdAt = try row.next()
  }

  private static let columns: SQL = "a.id, a.kind, f.sha256, f.size, f.media_type, a.created_at"
  private static let source: SQL = "FROM order_attachment a JOIN file f ON f.id = a.file_id"

  package static func select(order: UUID) -> SQL {
    "SELECT \(columns) \(source) WHERE a.order_id = \(order) ORDER BY a.created_at, a.id"
  }

  /// The evidence of disputes, each led by its dispute's id.
  static func select(disputes: [UUID]) -> SQL {
    """
    SELECT a.dispute_id, \(columns) \(source) WHERE a.dispute_id = ANY (\(SQLArray(disputes)))
    ORDER BY a.dispute_id, a.created_at, a.id
    """
  }

  /// Those of several orders, each led by its order's id.
  static func select(orders: [UUID]) -> SQL {
    """
    SELECT a.order_id, \(columns) \(source) WHERE a.order_id = ANY (\(SQLArray(orders)))
    ORDER BY a.order_id, a.created_at, a.id
    """
  }

  package var json: JSONValue {
    [
      "id": JSONValue(id), "kind": .string(kind), "sha256": .string(hexadecimal(sha256)),
      "size": .integer(size), "mediaType": .string(mediaType), "createdAt": JSONValue(createdAt),
    ]
  }
}

/// Bytes as lower-case hexadecimal digits.
package func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
