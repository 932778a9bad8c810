package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A dispute of an order, open or closed: claim, answer, what was said since, decision, and whose turn it is.
package struct DisputeRecord: RowDecodable, Sendable {
  package let id: UUID
  package let orderID: UUID
  package let side: OrderSide
  package let by: String
  package let at: Date
  package let until: Date?
  package let reason: String?
  package let detail: JSONValue
  package let endedAt: Date?

  package init(row: inout Row) throws {
    id = try row.next()
    orderID = try row.next()
    side = OrderSide(rawValue: try row.next()) ?? .province
    by = try row.next()
    at = try row.next()
    until = try row.next(Date?.self)
    reason = try row.next(String?.self)
    detail = try JSONValue(parsing: try row.next(JSONB.self).text)
    endedAt = try row.next(Date?.self)
  }

  package static let columns: SQL = """
    SELECT v.id, v.order_id, v.side, v.by_name, v.at, v.until, v.reason, v.detail, v.ended_at
    FROM order_overlay v
    """

  /// Who has to act now: the other side until it has answered, then the budget owner; nobody once it is closed.
  package var turn: String? {
    if endedAt != nil { return nil }
    if detail["answer"] != nil { return Role.budgetOwner.rawValue }
    return (side == .vendor ? OrderSide.province : .vendor).rawValue
  }

  package var state: String { endedAt != nil ? "closed" : detail["answer"] != nil ? "answered" : "open" }
}

/// Something said in a dispute after the claim.
package struct DisputeEntry: RowDecodable, Sendable {
  package let id: UUID
  package let disputeID: UUID
  package let kind: String
  package let side: OrderSide
  package let by: String
  package let at: Date
  package let outcome: String?
  package let amount: Int64?
  package let text: String

  package init(row: inout Row) throws {
    id = try row.next()
    disputeID = try row.next()
    kind = try row.next()
    side = OrderSide(rawValue: try row.next()) ?? .province
    by = try row.next()
    at = try row.next()
    outcome = try row.next(String?.self)
    amount = try row.next(Int64?.self)
    text = try row.next()
  }

  static func select(disputes: [UUID]) -> SQL {
    """
    SELECT id, dispute_id, kind, side, by_name, at, outcome, amount, body FROM dispute_entry
    WHERE dispute_id = ANY (\(SQLArray(disputes))) ORDER BY at, id
    """
  }

  var json: JSONValue {
    [
      "id": JSONValue(id), "kind": .string(kind), "side": .string(side.rawValue), "by": .string(by),
      "at": JSONValue(at), "outcome": JSONValue(outcome), "amount": JSONValue(amount), "text": .string(text),
    ]
  }
}

/// A dispute with all that was said and shown in it.
package struct DisputeView: Sendable {
  package let dispute: DisputeRecord
  package let entries: [DisputeEntry]
  package let evidence: [OrderAttachment]

  /// These disputes with what belongs to them.
  static func views(
    of disputes: [DisputeRecord], _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [DisputeView] {
    guard !disputes.isEmpty else { return [] }
    let ids = disputes.map(\.id)
    let results = try await lease.pipeline([
      DisputeEntry.select(disputes: ids), OrderAttachment.select(disputes: ids),
    ])
    let entries = Dictionary(grouping: try results[0].rows(DisputeEntry.self), by: \.disputeID)
    let evidence = try Belonging<OrderAttachment>.byOrder(results[1])
    return disputes.map {
      DisputeView(dispute: $0, entries: entries[$0.id] ?? [], evidence: evidence[$0.id] ?? [])
    }
  }

  package var json: JSONValue {
    let detail = dispute.detail
    return [
      "id": JSONValue(dispute.id), "orderId": JSONValue(dispute.orderID), "state": .string(dispute.state),
      "turn": JSONValue(dispute.turn), "until": dispute.endedAt == nil ? JSONValue(dispute.until) : .null,
      "claim": [
        "side": .string(dispute.side.rawValue), "by": .string(dispute.by), "at": JSONValue(dispute.at),
        "subject": detail["subject"] ?? .null, "reason": JSONValue(dispute.reason),
        "amount": detail["amount"] ?? .null,
      ],
      "answer": answer(detail),
      "entries": .array(entries.map(\.json)), "evidence": .array(evidence.map(\.json)),
      "decision": decision(detail),
    ]
  }

  private func answer(_ detail: JSONValue) -> JSONValue {
    guard let text = detail["answer"] else { return .null }
    return ["by": detail["answeredBy"] ?? .null, "at": detail["answeredAt"] ?? .null, "text": text]
  }

  private func decision(_ detail: JSONValue) -> JSONValue {
    guard let outcome = detail["outcome"] else { return .null }
    return [
      "by": detail["decidedBy"] ?? .null, "at": JSONValue(dispute.endedAt), "outcome": outcome,
      "amount": detail["outcomeAmount"] ?? .null, "text": detail["decision"] ?? .null,
      "effect": detail["effect"] ?? .null,
    ]
  }
}
