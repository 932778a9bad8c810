import AuditLog
import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// The procurement officer mends a draft: members left out stay, null clears.
package struct EditOrder: Sendable {
  package static let shape = Shape.component(
    "OrderEdit",
    .object([
      .optional("lines", OrderInput.linesShape), .optional("deliverTo", OrderInput.placeShape),
      .optional("deliverBy", .date), .optional("paymentMode", .oneOf(PaymentMode.self)),
      .optional("note", .nullable(.note)), .optional("justification", .nullable(.note)),
      .optional("catalogueCheck", .nullable(PackageRow.catalogueCheckShape)),
      .optional("comparedPrices", .nullable(.array(of: OrderInput.comparedPriceShape, max: 20))),
    ]))

  let id: UUID
  let body: JSONValue

  package init(_ id: UUID, body: JSONValue) {
    self.id = id
    self.body = body
  }

  package func callAsFunction(
    _ asking: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await write(lease, reading: TransitionOrder.reads(id)) { transaction, results in
      let situation = try OrderSituation(results[...])
      let caller = asking.after(situation.lastEvent)
      let order = situation.order
      guard order.isVisible(to: caller.actor) else { throw Refusal.notFound }
      try write.checkPrecondition(version: order.version)
      guard order.state == .draft else { throw Refusal.wrongState(order.state.rawValue) }
      // Lines and prices of a selected offer are the offer's.
      if order.offerID != nil, body["lines"] != nil {
        throw Refusal.conflict(code: "lines_of_offer", pointer: "/lines")
      }
      let input = try OrderInput(merged(order, situation.lines))
      let keys = try OrderContext.Keys(input)
      let reads = OrderContext.selects(keys, caller, locking: false)
      var context = try OrderContext(try await transaction.pipeline(reads)[...], caller)
      if order.offerID != nil {
        for line in situation.lines { context.products[line.productID]?.take(line) }
      }
      let draft = try OrderDraft(input, need: situation.need, offer: order.offerID, context, caller)
      let decision = try draft.decide(caller)
      enqueue(draft, decision, order, caller, transaction)
      let view = try await transaction.pipeline(OrderView.selects(id))
      guard let after = try OrderView(view[...]) else { throw Refusal.notFound }
      return try after.answer(for: caller)
    }
  }

  /// The order as a body, with the members of the edit in place.
  private func merged(_ order: OrderRecord, _ lines: [OrderLineRecord]) -> JSONValue {
    var members: [String: JSONValue] = [
      "packageId": JSONValue(order.packageID), "budgetLineId": JSONValue(order.budgetLineID),
      "vendorId": JSONValue(order.vendorID),
      "lines": .array(
        lines.map { ["productId": JSONValue($0.productID), "quantity": .integer($0.quantity)] }),
      "deliverTo": ["street": .string(order.terms.street), "regionCode": .string(order.terms.regionCode)],
      "deliverBy": JSONValue(order.terms.deliverBy), "paymentMode": .string(order.terms.paymentMode.rawValue),
      "note": JSONValue(order.terms.note), "justification": JSONValue(order.terms.justification),
      "catalogueCheck": order.terms.catalogueCheckJSON, "comparedPrices": order.terms.comparedPricesJSON,
    ]
    for member in body.members ?? [] { members[member.name] = member.value }
    return .object(members.map { JSONMember(name: $0.key, value: $0.value) })
  }

  private func enqueue(
    _ draft: OrderDraft, _ decision: Decision, _ order: OrderRecord, _ caller: Caller,
    _ transaction: borrowing Transaction
  ) {
    let kept = KeptDecision(draft.facts(caller), decision, draft.context, caller)
    let entry = caller.entry(
      "order.edit", role: .procurementOfficer, subject: "order", id: id,
      detail: [
        "gross": JSONValue(decision.totals.gross),
        "members": .array((body.members ?? []).map { .string($0.name) }), kept.told.name: kept.told.value,
      ])
    transaction.enqueue(entry.insertion)
    for statement in kept.rulesInsertion(at: caller.now) { transaction.enqueue(statement) }
    transaction.enqueue(kept.insertion(order: id, step: "edit", audit: entry.id, at: caller.now))
    let lines = zip(draft.items, decision.lines).map { item, amounts in
      OrderLineRecord(item.product, quantity: item.quantity, amounts: amounts, at: caller.now)
    }
    transaction.enqueue("DELETE FROM order_line WHERE order_id = \(id)")
    transaction.enqueue(OrderLineRecord.insertion(lines, order: id))
    transaction.enqueue(update(draft.terms, decision, isFood: draft.isFood(caller.rulebook), at: caller.now))
  }

  private func update(_ terms: OrderTerms, _ decision: Decision, isFood: Bool, at now: Date) -> SQL {
    let money = OrderMoney(decision.totals)
    return """
      UPDATE purchase_order SET street = \(terms.street), region_code = \(terms.regionCode),
        deliver_by = \(terms.deliverBy), payment_mode = \(terms.paymentMode.rawValue), note = \(terms.note),
        justification = \(terms.justification), catalogue_result = \(terms.catalogueCheck?.result.rawValue),
        catalogue_reason = \(terms.catalogueCheck?.reason), catalogue_evidence = \(terms.catalogueCheck?.evidence),
        compared_prices = \(JSONB(terms.comparedPricesJSON.encoded)), price_ex_vat = \(money.priceExVat),
        vat_base = \(money.vatBase), vat = \(money.vat), vat_collected = \(money.vatCollected),
        gross = \(money.gross), withheld = \(money.withheld), net_to_vendor = \(money.netToVendor),
        decision = \(JSONB(JSONValue(rule: decision.tree).encoded)), rules_version = \(decision.rulesVersion),
        food = \(isFood), updated_at = \(now), version = version + 1
      WHERE id = \(id)
      """
  }
}
