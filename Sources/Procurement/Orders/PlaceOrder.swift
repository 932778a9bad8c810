import AuditLog
import Authentication
import EOrderRules
import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A procurement officer places an order: a draft, or submitted at once.
///
/// One transaction of two round trips: the first reads the facts and locks the budget line, the second
/// writes everything and commits.
package struct PlaceOrder: Sendable {
  private let input: OrderInput

  package init(body: JSONValue) throws {
    input = try OrderInput(body)
  }

  /// - Throws: `Refusal.rulesViolated` where `submit` is asked and a rule blocks; nothing is stored then.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let keys = try OrderContext.Keys(input)
    do {
      return try await place(keys, caller, write, lease)
    } catch Refusal.rulesViolated(let decision) {
      let refused = RefusedOrder(decision: decision, package: keys.package, vendor: keys.vendor)
      try await refused.tell(caller, lease)
      throw Refusal.rulesViolated(decision)
    }
  }

  private func place(
    _ keys: OrderContext.Keys, _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let reads = OrderContext.selects(keys, caller, locking: input.submits) + input.needRead(locking: true)
    return try await write(lease, reading: reads) { transaction, results in
      let need = try input.need(results, caller)
      let draft = try OrderDraft(input, need: need, try OrderContext(results[...], caller), caller)
      let decision = try draft.decide(caller)
      if input.submits {
        guard draft.package.commitmentOfficerID != nil else {
          throw Refusal.conflict(code: "package_not_assigned", pointer: nil)
        }
        guard decision.allowed else { throw Refusal.rulesViolated(decision) }
      }
      let observing = input.submits ? try await caller.observingHolidays(transaction) : caller
      let placement = OrderPlacement(draft, decision, observing)
      for statement in placement.insertions { transaction.enqueue(statement) }
      return try placement.view.answer(for: caller, status: 201)
    }
  }
}

/// What the rules would say of an order; nothing is stored.
package struct PreviewOrder: Sendable {
  private let input: OrderInput

  package init(body: JSONValue) throws {
    input = try OrderInput(body)
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let keys = try OrderContext.Keys(input)
    let results = try await lease.pipeline(
      OrderContext.selects(keys, caller, locking: false) + input.needRead(locking: false))
    let need = try input.need(results, caller)
    let draft = try OrderDraft(input, need: need, try OrderContext(results[...], caller), caller)
    return Answer(JSONValue(rule: try draft.decide(caller).tree))
  }
}

extension OrderContext.Keys {
  /// - Throws: 422 where the order names neither package nor need.
  init(_ input: OrderInput) throws {
    let package: SQL
    if let id = input.packageID {
      package = "\(id)"
    } else if let need = input.needID {
      package = "(SELECT package_id FROM need WHERE id = \(need))"
    } else {
      throw Refusal.invalid([FieldError("/packageId", .required)])
    }
    self = .new(
      package: package, budgetLine: input.budgetLineID, vendor: input.vendorID,
      products: input.lines.map(\.productID), quantities: input.lines.map(\.quantity))
  }
}

extension OrderInput {
  /// The need that the order is to stand for; locked where the order is stored.
  func needRead(locking: Bool) -> [SQL] {
    needID.map { [locking ? NeedRow.selectForUpdate($0) : NeedRow.select($0)] } ?? []
  }

  /// The need among the results that `needRead` asked for.
  /// - Throws: 422 at `/needId` where it is unknown, not the caller's, or no longer waiting for its officer.
  func need(_ results: [Result], _ caller: Caller) throws -> NeedRow? {
    guard needID != nil else { return nil }
    guard let need = try results.last?.first(NeedRow.self), need.waits(for: caller) else {
      throw Refusal.invalid([FieldError("/needId", .notFound)])
    }
    return need
  }
}

extension NeedRow {
  /// Whether it waits for this procurement officer to order.
  func waits(for caller: Caller) -> Bool {
    lets(caller.actor, .chooseDirect) && NeedTransition.chooseDirect.leads(from: state)
  }
}
