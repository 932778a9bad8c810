import AuditLog
import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// Somebody says something in an open dispute, or proposes how to settle it.
package struct AddDisputeEntry: Sendable {
  /// Both sides, and the budget owner who mediates and decides.
  package static let roles: Set<Role> = [.vendorOwner, .vendorStaff, .commitmentOfficer, .budgetOwner]

  /// The shape of the request's body.
  package static let shape = Shape.component(
    "DisputeEntryInput",
    .object([
      .required("kind", .oneOf(DisputeEntryKind.self)), .required("text", .note),
      .optional("outcome", .nullable(.oneOf(DisputeOutcome.self)), "Of a proposal: how it would end."),
      .optional("amount", .nullable(.integer(min: 0, max: 50_000_000)), "What would be due of the order."),
    ]))

  private let order: UUID
  private let dispute: UUID
  private let body: JSONValue

  /// - Throws: 422 where a proposal lacks its outcome, or a part its amount.
  package init(order: UUID, dispute: UUID, body: JSONValue) throws {
    self.order = order
    self.dispute = dispute
    self.body = body
    var errors: [FieldError] = []
    let outcome = body["outcome"]?.text
    if body["kind"]?.text == DisputeEntryKind.proposal.rawValue, outcome == nil {
      errors.append(FieldError("/outcome", .required))
    }
    if outcome == DisputeOutcome.part.rawValue, body["amount"]?.int64 == nil {
      errors.append(FieldError("/amount", .required))
    }
    guard errors.isEmpty else { throw Refusal.invalid(errors) }
  }

  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let reads: [SQL] = [
      OrderRecord.selectForUpdate(order),
      "\(DisputeRecord.columns) WHERE v.id = \(dispute) AND v.order_id = \(order) AND v.kind = 'dispute_open'",
    ]
    return try await write(lease, reading: reads) { transaction, results in
      guard let record = try results[0].first(OrderRecord.self), record.isVisible(to: caller.actor),
        !record.effectiveRoles(of: caller.actor).isDisjoint(with: Self.roles),
        let found = try results[1].first(DisputeRecord.self)
      else { throw Refusal.notFound }
      guard found.endedAt == nil else { throw Refusal.wrongState(found.state) }
      if let amount = body["amount"]?.int64, amount > record.money.gross.amount {
        throw Refusal.invalid([FieldError("/amount", .tooLarge, bound: "\(record.money.gross.amount)")])
      }
      for statement in statements(caller, record) { transaction.enqueue(statement) }
      let said = try await transaction.pipeline([
        DisputeEntry.select(disputes: [dispute]), OrderAttachment.select(disputes: [dispute]),
      ])
      let evidence = try Belonging<OrderAttachment>.byOrder(said[1])[dispute] ?? []
      let view = DisputeView(
        dispute: found, entries: try said[0].rows(DisputeEntry.self), evidence: evidence)
      return Answer(status: 201, view.json)
    }
  }

  private func statements(_ caller: Caller, _ record: OrderRecord) -> [SQL] {
    let side: OrderSide = caller.actor.isVendor ? .vendor : .province
    let role = record.effectiveRoles(of: caller.actor).intersection(Self.roles).min {
      $0.rawValue < $1.rawValue
    }
    let (kind, text) = (body["kind"]?.text ?? "", body["text"]?.text ?? "")
    let (outcome, amount) = (body["outcome"]?.text, body["amount"]?.int64)
    let entry = caller.entry(
      "order.dispute-entry", role: role, subject: "order", id: order,
      detail: [
        "dispute": JSONValue(dispute), "kind": .string(kind), "outcome": JSONValue(outcome),
        "amount": JSONValue(amount), "text": .string(text),
      ])
    return [
      entry.insertion,
      """
      INSERT INTO dispute_entry (id, dispute_id, order_id, kind, side, user_id, by_name, at, outcome, amount, body,
        audit_id)
      VALUES (\(UUID.version7(at: caller.now)), \(dispute), \(order), \(kind), \(side.rawValue),
        \(caller.actor.userID), \(caller.actor.name), \(caller.now), \(outcome), \(amount), \(text), \(entry.id))
      """,
      "UPDATE purchase_order SET version = version + 1, updated_at = \(caller.now) WHERE id = \(order)",
    ] + notices(caller, record, by: role)
  }

  /// The other side hears of it, and of what the budget owner says both; the budget owner hears of all but its own.
  private func notices(_ caller: Caller, _ record: OrderRecord, by role: Role?) -> [SQL] {
    let told = Notice(
      .disputeEntry, about: .order(order),
      detail: [
        JSONMember(name: "number", value: JSONValue(record.number)),
        JSONMember(name: "vendorName", value: .string(record.vendorName)),
      ], buyer: record.unitID, at: caller.now)
    let vendor: [Notice.Audience] = caller.actor.isVendor ? [] : [.vendor(record.vendorID)]
    let officer: [Notice.Audience] =
      role == .commitmentOfficer ? [] : record.officerID.map { [.holder($0, of: .commitmentOfficer)] } ?? []
    let owner: [Notice.Audience] =
      role == .budgetOwner ? [] : [.role(.budgetOwner, unit: record.unitID)]
    return (vendor + officer + owner).map(told.insertion)
  }
}
