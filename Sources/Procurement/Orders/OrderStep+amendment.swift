import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderStep {
  /// A proposed amendment is checked against every rule before the other side is asked.
  mutating func prepareAmendment(_ transaction: borrowing Transaction) async throws {
    let wanted = try amendedQuantities(body["lines"])
    if let day = body["deliverBy"]?.day { try checkExtraTime(day) }
    try checkChange(wanted)
    _ = try await decideAmended(wanted, transaction)
    let until = caller.rulebook.calendar.deadline(
      workingDays: caller.rulebook.deadlines.amendmentWorkingDays, after: caller.now)
    lay(
      .amendmentPending, until: until,
      detail: ["lines": body["lines"] ?? [], "deliverBy": body["deliverBy"] ?? .null])
    startTimer(.amendment, due: until)
  }

  /// Agreed, the quantities change, and with them amounts, taxes and what is bound on the budget line.
  mutating func answerAmendment(_ transaction: borrowing Transaction) async throws {
    let isAgreed = body["accept"]?.bool ?? false
    let proposed = situation.overlays[.amendmentPending]
    end(.amendmentPending, adding: [JSONMember(name: "accepted", value: .bool(isAgreed))])
    stopTimer(.amendment)
    guard isAgreed else { return }
    let wanted = try amendedQuantities(proposed?.detail["lines"])
    let kept = situation.lines.filter { wanted[$0.id, default: $0.quantity] > 0 }
    let (facts, decision, context) = try await decideAmended(wanted, transaction)
    takeAmounts(decision, of: kept)
    if let day = proposed?.detail["deliverBy"]?.day {
      changes.append("deliver_by = \(day), first_deliver_by = coalesce(first_deliver_by, deliver_by)")
    }
    keep(facts, decision, context)
    for line in situation.lines {
      guard let quantity = wanted[line.id] else { continue }
      extra.append(
        quantity == 0
          ? "DELETE FROM order_line WHERE id = \(line.id)"
          : "UPDATE order_line SET quantity = \(quantity) WHERE id = \(line.id)")
    }
  }

  /// Nobody is asked to agree to what is agreed already.
  private func checkChange(_ wanted: [UUID: Int64]) throws {
    let isSame = situation.lines.allSatisfy { wanted[$0.id, default: $0.quantity] == $0.quantity }
    let day = body["deliverBy"]?.day
    guard isSame, day == nil || day == order.terms.deliverBy else { return }
    throw Refusal.invalid([
      FieldError(
        day == nil ? "/lines" : "/deliverBy", .notOneOf,
        detail: Bilingual(
          id: "Tidak ada yang berubah; ubah jumlah barang atau tanggal kirim.",
          en: "Nothing changes; change a quantity or the day of delivery."))
    ])
  }

  /// More time counts from the first last day of delivery, so that one addendum after the other gives no more than one
  /// (Perpres 16/2018 Art. 56; PerLKPP 12/2021).
  private func checkExtraTime(_ day: Day) throws {
    guard day >= caller.today else {
      throw Refusal.invalid([FieldError("/deliverBy", .tooSmall, bound: caller.today.description)])
    }
    let row = try caller.rulebook.national.inForce(.extraTime, on: orderDay)
    let first = order.firstDeliverBy ?? order.terms.deliverBy
    let last = first.adding(days: Int(clamping: row.count ?? 0))
    guard day > last else { return }
    throw Refusal.invalid([
      FieldError(
        "/deliverBy", .tooLarge,
        detail: Bilingual(
          id: """
            Tambahan waktu paling lama sampai \(last), \(row.count ?? 0) hari kalender sejak \(first) (\(row.legal)); \
            pilih tanggal yang lebih awal atau putus pesanan.
            """,
          en: """
            Extra time ends on \(last) at the latest, \(row.count ?? 0) calendar days after \(first) (\(row.legal)); \
            choose an earlier day or terminate the order.
            """))
    ])
  }

  /// The quantities of the lines that change; none below what was handed over, and not all of them nothing.
  private func amendedQuantities(_ lines: JSONValue?) throws -> [UUID: Int64] {
    var wanted: [UUID: Int64] = [:]
    var errors: [FieldError] = []
    for (index, entry) in (lines?.elements ?? []).enumerated() {
      guard let id = entry["lineId"]?.uuid, let line = situation.lines.first(where: { $0.id == id }) else {
        errors.append(FieldError("/lines/\(index)/lineId", .notFound))
        continue
      }
      let quantity = entry["quantity"]?.int64 ?? line.quantity
      if quantity < line.handedOver {
        errors.append(FieldError("/lines/\(index)/quantity", .tooSmall, bound: "\(line.handedOver)"))
      }
      if wanted.updateValue(quantity, forKey: id) != nil {
        errors.append(FieldError("/lines/\(index)/lineId", .notOneOf))
      }
    }
    if situation.lines.allSatisfy({ wanted[$0.id] == 0 }) {
      errors.append(FieldError("/lines", .tooSmall, bound: "1"))
    }
    guard errors.isEmpty else { throw Refusal.invalid(errors) }
    return wanted
  }

  /// What the rules say of the order with other quantities.
  /// - Throws: `Refusal.rulesViolated` where one blocks.
  private mutating func decideAmended(
    _ wanted: [UUID: Int64], _ transaction: borrowing Transaction
  ) async throws -> (OrderFacts, Decision, OrderContext) {
    let reads = OrderContext.selects(.stored(order), caller, locking: true)
    let context = try OrderContext(try await transaction.pipeline(reads)[...], caller)
    guard let budget = context.budget, let vendor = context.vendor else { throw Refusal.notFound }
    let lines = situation.lines.compactMap { line -> (OrderLineRecord, Int64)? in
      let quantity = wanted[line.id] ?? line.quantity
      return quantity > 0 ? (line, quantity) : nil
    }
    var facts = try facts(context, budget, vendor, lines)
    // What is not bought more of need not be for sale any more.
    for (index, (record, quantity)) in lines.enumerated() where quantity <= record.quantity {
      facts.lines[index].productState = nil
      facts.lines[index].stock = nil
      facts.lines[index].minimumQuantity = nil
    }
    facts.budgetAvailable = try budget.available.adding(order.money.gross)
    facts.initialGross = order.initialGross ?? order.money.gross
    facts.amendedFrom = order.money.gross
    // An addendum may give time over the year's end; more money comes from the line's own year alone.
    facts.deliverBy = nil
    let decision = try EOrderRules.decide(facts, caller.rulebook)
    guard decision.allowed else { throw Refusal.rulesViolated(decision) }
    return (facts, decision, context)
  }
}
