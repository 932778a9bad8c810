import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// The procurement officer selects an offer: a draft order at its price stands for the need.
package struct SelectOffer: Sendable {
  package static let shape = Shape.component(
    "SelectionInput",
    .object([
      .optional("reason", .nullable(.note), "Why not the lowest eligible offer."),
      .optional("note", .nullable(.note), "That fewer offers came than `rfo.min_offers`."),
      .optional("paymentMode", .nullable(.oneOf(PaymentMode.self)), "LS where it is left out."),
      .optional("justification", .nullable(.note)),
    ]))

  private let id: UUID
  private let body: JSONValue

  package init(_ id: UUID, body: JSONValue) {
    self.id = id
    self.body = body
  }

  /// - Throws: `Refusal.rulesViolated` where a rule blocks an order of it, or the selection lacks its reason.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await write(lease, reading: OfferRow.reads(locking: id)) { transaction, results in
      guard let offer = try results[1].first(OfferRow.self), offer.lets(caller.actor, .select),
        let need = try await transaction.query(NeedRow.select(offer.needID)).first(NeedRow.self)
      else { throw Refusal.notFound }
      try write.checkPrecondition(version: offer.version)
      try offer.checkNegotiable(.select)
      guard !offer.isPassedOver else { throw Refusal.conflict(code: "passed_over", pointer: nil) }
      let compared = try await NeedOffers(need, transaction, caller)
      let chosen = try await decided(need, compared, transaction, caller)
      guard let draft = chosen.draft, let decision = chosen.decision else {
        throw Refusal.conflict(code: "offer_not_orderable", pointer: nil)
      }
      let whole = decision.adding(
        caller.rulebook.heldAgainst(
          selecting: id.lowercased, among: compared.candidates(caller),
          hasReason: body["reason"]?.text != nil,
          hasNote: body["note"]?.text != nil))
      guard whole.allowed else { throw Refusal.rulesViolated(whole) }
      let order = OrderPlacement(draft, decision, reason: said, caller)
      let flags = try await compared.flags(selecting: offer, transaction, caller)
      for statement in chosen.describedProduct(need, caller) + order.insertions
        + selection(offer, order, compared, caller) + flags
      {
        transaction.enqueue(statement)
      }
      transaction.enqueue(need.notice(.offerSelected, at: caller.now).insertion(to: .vendor(offer.vendorID)))
      let stored = try await transaction.pipeline(NeedView.selects(need.id))
      guard let view = try NeedView(stored[...]) else { throw Refusal.notFound }
      return view.answer(for: caller.actor)
    }
  }

  /// What had to be written down, for the histories: the note stands there where no reason was needed.
  private var said: String? { body["reason"]?.text ?? body["note"]?.text }

  /// The offer, decided on with the officer's own terms.
  private func decided(
    _ need: NeedRow, _ compared: NeedOffers, _ transaction: borrowing Transaction, _ caller: Caller
  ) async throws -> AssessedOffer {
    guard var chosen = compared.offers.first(where: { $0.offer.id == id }) else { throw Refusal.notFound }
    let reads = OrderContext.selects(
      .new(
        package: "\(need.packageID)", budgetLine: need.budgetLineID, vendor: chosen.offer.vendorID,
        products: [chosen.content?.productID ?? id]), caller, locking: false)
    let terms = OfferTerms(
      paymentMode: body["paymentMode"]?.text.flatMap(PaymentMode.init),
      justification: body["justification"]?.text)
    chosen.decide(try await transaction.pipeline(reads)[...], need, terms: terms, caller)
    return chosen
  }

  private func selection(
    _ offer: OfferRow, _ order: OrderPlacement, _ compared: NeedOffers, _ caller: Caller
  ) -> [SQL] {
    var fact = offer.fact(.select)
    fact.reason = said
    fact.detail = [
      JSONMember(name: "orderId", value: JSONValue(order.view.order.id)),
      JSONMember(name: "note", value: JSONValue(body["note"]?.text)),
    ]
    return fact.insertions(caller) + [
      offer.update(to: .selected, at: caller.now),
      """
      UPDATE offer SET state = 'not_selected', updated_at = \(caller.now), version = version + 1
      WHERE request_id = \(offer.requestID) AND id <> \(id) AND state IN ('opened', 'clarified')
      """,
    ] + compared.disqualifications
  }
}

extension AssessedOffer {
  /// What the vendor described becomes a product of its own for this need alone, under the offer's id: a line of an
  /// order names a product, and no catalogue shows this one.
  func describedProduct(_ need: NeedRow, _ caller: Caller) -> [SQL] {
    guard let item = content?.item, let price = unitPrice, let content else { return [] }
    return [
      """
      INSERT INTO product (id, vendor_id, vendor_name, state, name, description, category, unit_of_measure, price,
        price_includes_vat, tax_class, standard_price_code, vendor_verified, region_code, need_id, created_at, updated_at)
      VALUES (\(offer.id), \(offer.vendorID), \(offer.vendorName), 'delisted', \(item.name), \(item.description),
        \(need.content.category), \(need.content.unitOfMeasure), \(price), \(content.priceIncludesVat),
        \(item.taxClass.rawValue), \(need.content.standardPriceCode), false, \(offer.vendorRegion), \(need.id),
        \(caller.now), \(caller.now))
      ON CONFLICT (id) DO NOTHING
      """
    ]
  }
}
