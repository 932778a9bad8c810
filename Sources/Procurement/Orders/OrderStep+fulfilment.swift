import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderStep {
  mutating func prepareDelivery() {
    changes.append("delivery_note = \(body["deliveryNote"]?.text)")
    detail.append(JSONMember(name: "deliveryNote", value: JSONValue(body["deliveryNote"]?.text)))
    if let lines = body["lines"], !lines.isNull { detail.append(JSONMember(name: "lines", value: lines)) }
  }

  mutating func prepareArrival(_ transaction: borrowing Transaction) async throws {
    if let photo = body["photoId"]?.uuid {
      let found = try await transaction.query(
        "SELECT true FROM order_attachment WHERE id = \(photo) AND order_id = \(order.id)")
      guard found.count == 1 else { throw Refusal.invalid([FieldError("/photoId", .notFound)]) }
      detail.append(JSONMember(name: "photoId", value: JSONValue(photo)))
    }
    if let position = body["position"]?.text {
      detail.append(JSONMember(name: "position", value: .string(position)))
    }
  }

  /// The technical officer's word is a proposal; the commitment officer's signature fixes what was accepted
  /// and what it costs.
  mutating func prepareHandover(_ transaction: borrowing Transaction) async throws {
    let accepted = try acceptedQuantities()
    detail.append(
      JSONMember(
        name: "lines",
        value: .array(accepted.map { ["lineId": JSONValue($0.key), "accepted": .integer($0.value)] }.sortedByLine)))
    if case .person(let actor) = taker, transition.isProposal(by: order.effectiveRoles(of: actor)) {
      changes.append("proposed_person = \(actor.person)")
      return
    }
    let kept = situation.lines.filter { accepted[$0.id, default: 0] > 0 }
    guard !kept.isEmpty else { throw Refusal.invalid([FieldError("/lines", .tooSmall, bound: "1")]) }
    let decision = try await assess(kept, accepted, transaction)
    for (line, amounts) in zip(kept, decision.lines) {
      extra.append(line.update(amounts, accepted: accepted[line.id]))
    }
    for line in situation.lines where accepted[line.id] == 0 {
      extra.append(
        """
        UPDATE order_line SET price_ex_vat = 0, vat_base = 0, vat = 0, gross = 0, accepted = 0
        WHERE id = \(line.id)
        """)
    }
    setAmounts(OrderMoney(decision.totals))
    acceptedGross = decision.totals.gross
    changes.append("accepted_gross = \(decision.totals.gross)")
    detail.append(JSONMember(name: "gross", value: JSONValue(decision.totals.gross)))
  }

  /// Taxes of what was accepted, by the rules of the order's own day.
  private func assess(
    _ lines: [OrderLineRecord], _ accepted: [UUID: Int64], _ transaction: borrowing Transaction
  ) async throws -> Decision {
    let result = try await transaction.query(OrderingVendor.select("\(order.vendorID)", year: caller.today.year))
    guard let vendor = try result.first(OrderingVendor.self) else { throw Refusal.notFound }
    let facts = OrderFacts(
      date: caller.tenant.today(order.issuedAt ?? caller.now), paymentMode: order.terms.paymentMode,
      procedure: .direct, vendor: vendor.facts,
      lines: lines.map { $0.facts(quantity: accepted[$0.id] ?? $0.quantity) })
    return try EOrderRules.decide(facts, caller.rulebook)
  }

  /// Every line's accepted quantity; lines that are not named are accepted whole.
  private func acceptedQuantities() throws -> [UUID: Int64] {
    var accepted = Dictionary(uniqueKeysWithValues: situation.lines.map { ($0.id, $0.quantity) })
    var errors: [FieldError] = []
    for (index, entry) in (body["lines"]?.elements ?? []).enumerated() {
      guard let id = entry["lineId"]?.uuid, let ordered = accepted[id] else {
        errors.append(FieldError("/lines/\(index)/lineId", .notFound))
        continue
      }
      let quantity = entry["accepted"]?.int64 ?? ordered
      if quantity > ordered {
        errors.append(FieldError("/lines/\(index)/accepted", .tooLarge, bound: "\(ordered)"))
      }
      accepted[id] = min(quantity, ordered)
    }
    guard errors.isEmpty else { throw Refusal.invalid(errors) }
    return accepted
  }
}

extension [JSONValue] {
  /// In the order of the lines' ids, so that the audit entry's bytes do not depend on a dictionary.
  fileprivate var sortedByLine: [JSONValue] {
    sorted { ($0["lineId"]?.text ?? "") < ($1["lineId"]?.text ?? "") }
  }
}
