import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderStep {
  /// The vendor did not take the order: the offer next in rank is to have it, and the officers hear of it
  /// (domain.md §7.4, `expire`).
  mutating func nameNextOffer(_ transaction: borrowing Transaction) async throws {
    guard let offer = order.offerID, let need = situation.need, need.state == .ordered,
      let next = try await NeedOffers(need, transaction, .system(caller.tenant, at: caller.now)).next(
        after: offer)
    else { return }
    let vendor = JSONMember(name: "vendorName", value: .string(next.offer.vendorName))
    let fact = NeedFact(
      need: need.id, position: need.events, transition: .next, from: need.state, to: need.state,
      detail: [
        JSONMember(name: "orderId", value: JSONValue(order.id)),
        JSONMember(name: "offerId", value: JSONValue(next.offer.id)), vendor,
      ])
    extra += fact.insertions(caller)
    let notice = need.notice(.offerNext, [vendor], at: caller.now)
    extra += [need.officerID, need.commitmentOfficerID].compactMap(\.self).map {
      notice.insertion(to: .user($0))
    }
    detail.append(JSONMember(name: "nextOffer", value: JSONValue(next.offer.id)))
  }

  /// `reissue` of an order that came from offers: it goes to the next in rank, at its price. Where none is left, the
  /// same vendor gets it again, as everywhere.
  mutating func moveToNextOffer(_ transaction: borrowing Transaction) async throws {
    guard let id = order.offerID, let need = situation.need,
      let held = try await transaction.query(OfferRow.select(id)).first(OfferRow.self)
    else { return }
    let compared = try await NeedOffers(need, transaction, caller)
    guard let next = compared.next(after: id), let draft = next.draft, let decision = next.decision else {
      return
    }
    var taken = next.offer.fact(.select)
    taken.bySystem = true
    let lines = zip(draft.items, decision.lines).map { item, amounts in
      OrderLineRecord(item.product, quantity: item.quantity, amounts: amounts, at: caller.now)
    }
    let statements =
      held.fact(.pass).insertions(caller)
      + [held.update(to: .notSelected, passedOver: true, at: caller.now)] + taken.insertions(caller)
      + [next.offer.update(to: .selected, at: caller.now)] + next.describedProduct(need, caller)
      + [
        "DELETE FROM order_line WHERE order_id = \(order.id)",
        OrderLineRecord.insertion(lines, order: order.id),
        """
        UPDATE purchase_order SET vendor_id = \(next.offer.vendorID), vendor_name = \(next.offer.vendorName),
          offer_id = \(next.offer.id), deliver_by = \(draft.terms.deliverBy), bank_at_acceptance = NULL
        WHERE id = \(order.id)
        """,
      ]
    let kept = try await transaction.query(PastOrder.content(order.id)).first(as: (JSONB, JSONB).self)
    if let kept {
      let (id, vendor, position) = (order.id, order.vendorID, situation.nextPosition)
      withAudit { PastOrder.insertion(id, vendor, before: position, kept, audit: $0) }
    }
    for statement in statements { transaction.enqueue(statement) }
    situation = try OrderSituation(try await transaction.pipeline(TransitionOrder.reads(order.id))[...])
    detail += [
      JSONMember(name: "offerId", value: JSONValue(next.offer.id)),
      JSONMember(name: "vendorId", value: JSONValue(next.offer.vendorID)),
    ]
  }

  /// What can be done with the need changes with whether its order was taken, and so does its version.
  var needStatements: [SQL] {
    guard let need = situation.need, [.decline, .expire, .reissue].contains(transition) else { return [] }
    return ["UPDATE need SET updated_at = \(caller.now), version = version + 1 WHERE id = \(need.id)"]
  }

  /// The order came to nothing through no fault of its vendor: all offers may be selected again.
  mutating func releaseOffers(_ offer: UUID, of need: NeedRow, _ transaction: borrowing Transaction)
    async throws
  {
    guard let held = try await transaction.query(OfferRow.select(offer)).first(OfferRow.self) else { return }
    extra += held.fact(.release).insertions(caller) + [held.allSelectable(at: caller.now)]
    let due = caller.tenant.calendar.deadline(
      workingDays: caller.rulebook.deadlines.evaluationWorkingDays, after: caller.now)
    extra.append(NeedTimer.evaluate.start(need.id, due: due))
  }
}

extension NeedRow {
  /// The order of the selected offer is given up: its vendor did not take it, and the others may be selected.
  func offersWithoutTheOrdered(_ transaction: borrowing Transaction, _ caller: Caller) async throws -> [SQL] {
    let ordered: SQL = "f.id = (SELECT o.offer_id FROM purchase_order o WHERE o.id = \(orderID))"
    guard
      let held = try await transaction.query("\(OfferRow.columns) WHERE \(ordered)").first(OfferRow.self)
    else { return [] }
    return held.fact(.pass).insertions(caller) + [
      held.update(to: .notSelected, passedOver: true, at: caller.now), held.allSelectable(at: caller.now),
    ]
  }
}

extension OfferRow {
  /// All offers to its request that were not passed over may be selected again.
  fileprivate func allSelectable(at now: Date) -> SQL {
    """
    UPDATE offer SET state = 'opened', updated_at = \(now), version = version + 1
    WHERE request_id = \(requestID) AND state IN ('selected', 'not_selected') AND NOT passed_over
    """
  }
}
