import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// What the budget owner's decision of a dispute does to the money of the order.
extension OrderStep {
  /// The order is worth what was found due. Before the handover that is the most that can be accepted; after the
  /// payment what was paid above it is the province's claim.
  mutating func settle(
    on due: Rupiah, _ transaction: borrowing Transaction
  ) async throws -> [JSONMember] {
    if order.state == .paid {
      return [JSONMember(name: "claim", value: JSONValue(try order.money.gross.subtracting(due)))]
    }
    // What is billed by itself is paid as it was accepted.
    let apart = try situation.parts.apart().gross
    guard due >= apart else {
      throw Refusal.invalid([FieldError("/amount", .tooSmall, bound: "\(apart.amount)")])
    }
    if order.state.isBeforeHandover {
      changes.append("due_gross = \(due)")
      _ = try await lowerParts(to: due, transaction)
      return [JSONMember(name: "most", value: JSONValue(due))]
    }
    guard due < order.money.gross else { return [] }
    changes.append("due_gross = \(due)")
    let lines = acceptedLines.filter { $0.gross > .zero }
    let parts =
      situation.parts.isEmpty
      ? [try await lowered(acceptedQuantities, to: due, whole: nil, transaction)]
      : try await lowerParts(to: due, transaction)
    try takeParts(parts, lines, lines.map(\.amounts), accepted: acceptedQuantities)
    return [
      JSONMember(name: "gross", value: JSONValue(due)),
      JSONMember(name: "released", value: JSONValue(try order.money.gross.subtracting(due))),
    ]
  }

  /// Whether the decision lifts what an earlier one had found: the vendor is paid what was accepted.
  var liftsFinding: Bool { disputeOutcome == .pay && order.dueGross != nil && order.state != .paid }

  /// The order is worth again what was accepted, as far as the budget line still has it.
  mutating func liftFinding(_ transaction: borrowing Transaction) async throws -> [JSONMember] {
    changes.append("due_gross = NULL")
    let parts = try await restoreParts(transaction)
    let lifted = JSONMember(name: "lifted", value: JSONValue(order.dueGross?.amount))
    guard !order.state.isBeforeHandover else { return [lifted] }
    let lines = acceptedLines
    let decision = try await assess(
      lines, acceptedQuantities, whole: parts.count > 1 ? situation.lines : nil, transaction)
    if parts.isEmpty {
      try takeAccepted(decision, decision.totals, lines, accepted: acceptedQuantities)
    } else {
      try takeParts(parts, lines, decision.lines, accepted: acceptedQuantities)
    }
    try await checkBudget(transaction)
    return [lifted, JSONMember(name: "gross", value: JSONValue(acceptedGross?.amount))]
  }

  private func checkBudget(_ transaction: borrowing Transaction) async throws {
    let rise = try (acceptedGross ?? .zero).subtracting(order.money.gross)
    let line = try await transaction.query(BudgetPosition.select("\(order.budgetLineID)", locking: true))
    guard let budget = try line.first(BudgetPosition.self), budget.available < rise else { return }
    throw Refusal.invalid([
      FieldError(
        "/outcome", .custom(ViolationCode.budgetAvailable.rawValue),
        detail: Bilingual(
          id: """
            Sisa anggaran \(budget.available.text(thousands: ".")), yang dipulihkan \(rise.text(thousands: ".")) \
            (UU 1/2004 Pasal 3(3)); tambah pagu atau putuskan jumlah dengan part.
            """,
          en: """
            The budget line has \(budget.available.text(thousands: ",")) left, what is restored is \
            \(rise.text(thousands: ",")) (UU 1/2004 Art. 3(3)); raise the ceiling, or find a sum with part.
            """))
    ])
  }

  private var acceptedLines: [OrderLineRecord] { situation.lines.filter { ($0.accepted ?? $0.quantity) > 0 } }

  private var acceptedQuantities: [UUID: Int64] {
    Dictionary(uniqueKeysWithValues: acceptedLines.map { ($0.id, $0.accepted ?? $0.quantity) })
  }
}
