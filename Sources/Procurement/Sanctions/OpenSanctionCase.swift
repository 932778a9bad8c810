import AuditLog
import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// The commitment officer of a terminated order proposes a sanction on its vendor.
package struct OpenSanctionCase: Sendable {
  package static let shape = Shape.object([
    .required("proposal", .oneOf(SanctionCase.Proposal.self)), .required("reason", .note),
  ])

  /// Who proposes.
  package static let roles: Set<Role> = [.commitmentOfficer]

  private let order: UUID
  private let proposal: SanctionCase.Proposal
  private let reason: String

  package init(order: UUID, body: JSONValue) {
    self.order = order
    proposal = SanctionCase.Proposal(rawValue: body.string("proposal")) ?? .suspend
    reason = body.string("reason")
  }

  /// - Throws: `Refusal` in the order of api.md §2: 404, 409 `wrong_state` unless the order was terminated, 409
  ///   `already_proposed`.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let reads: [SQL] = [
      OrderRecord.selectForUpdate(order), "SELECT id FROM sanction_case WHERE order_id = \(order)",
    ]
    return try await write(lease, reading: reads) { transaction, results in
      guard let order = try results[0].first(OrderRecord.self), order.isVisible(to: caller.actor) else {
        throw Refusal.notFound
      }
      guard order.state == .terminated else { throw Refusal.wrongState(order.state.rawValue) }
      if results[1].count > 0 { throw Refusal.conflict(code: "already_proposed", pointer: nil) }
      let id = UUID.version7(at: caller.now)
      for statement in writes(id, order, caller) { transaction.enqueue(statement) }
      let stored = try await transaction.query(SanctionCase.select(id))
      guard let made = try stored.first(SanctionCase.self) else { throw Refusal.notFound }
      return Answer(status: 201, made.json, version: made.version)
    }
  }

  private func writes(_ id: UUID, _ order: OrderRecord, _ caller: Caller) -> [SQL] {
    let told = Notice(
      .sanctionProposed, about: .vendor(order.vendorID),
      detail: [
        JSONMember(name: "vendorName", value: .string(order.vendorName)),
        JSONMember(name: "reason", value: .string(reason)),
      ], at: caller.now)
    return [
      """
      INSERT INTO sanction_case (id, vendor_id, order_id, unit_id, proposal, reason, state, created_at, updated_at)
      VALUES (\(id), \(order.vendorID), \(order.id), \(order.unitID), \(proposal.rawValue), \(reason), 'open',
        \(caller.now), \(caller.now))
      """,
      told.insertion(to: .role(proposal == .blacklist ? .budgetOwner : .verifier, unit: order.unitID)),
    ] + SanctionCaseFact("open", of: id, to: .open, reason: reason, caller).insertions
  }
}
