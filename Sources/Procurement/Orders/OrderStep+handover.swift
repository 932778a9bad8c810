import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderStep {
  /// Records what was handed over now as a part of the order, with its money, its taxes and the penalty for
  /// lateness, which is frozen with it.
  /// - Parameters:
  ///   - quantities: what is handed over of each line; empty where nothing is.
  ///   - soFar: with the parts before.
  mutating func addPart(
    _ quantities: [UUID: Int64], soFar: [UUID: Int64], _ transaction: borrowing Transaction
  ) async throws -> PartAssessment? {
    guard !quantities.isEmpty else { return nil }
    let isWhole = situation.parts.isEmpty && transition == .inspectOk
    let sum = try await facts(
      lines(soFar), whole: isWhole ? nil : situation.lines, transaction)
    let plain = try assessPart(
      soFar: sum, part: lines(quantities), before: situation.parts.map(\.assessment), caller.rulebook)
    var part = plain
    if let left = try left, left < plain.totals.gross {
      part = try await lowered(
        quantities, to: left, whole: sum.whole == nil ? nil : situation.lines, transaction)
    }
    // What came late, came late whatever was found due of it.
    let penalty = try caller.rulebook.national.latePenalty(
      onPart: plain.totals.priceExVat, due: lastDay, delivered: arrival, contract: orderDay)
    let position = (situation.parts.last?.position ?? 0) + 1
    detail += [
      JSONMember(name: "part", value: JSONValue(position)),
      JSONMember(name: "partState", value: .string(OrderState.handedOver.rawValue)),
      JSONMember(name: "partGross", value: JSONValue(part.totals.gross)),
      JSONMember(name: "partPenalty", value: JSONValue(penalty.amount)),
    ]
    let row = insertion(part, position, quantities, penalty)
    withAudit(row)
    return part
  }

  func lines(_ quantities: [UUID: Int64]) -> [LineFacts] {
    situation.lines.compactMap { line in
      let quantity = quantities[line.id, default: 0]
      return quantity > 0 ? line.facts(quantity: quantity) : nil
    }
  }

  /// The last day of delivery, which is never one before there was an order: nobody is late before being asked.
  private var lastDay: Day { max(order.terms.deliverBy, orderDay) }

  /// An order that is sent out again gives its vendor the days that passed since it was sent out before, as far as the
  /// budget year goes. Another offer that takes its place brings a day of its own.
  mutating func giveTimeAnew() {
    let waited = caller.today.days(since: orderDay)
    let yearEnd = Day(year: orderDay.year, month: 12, day: 31)
    let limit = caller.rulebook.yearEnd?.lastInvoice.day(in: orderDay.year) ?? yearEnd
    let day = order.terms.deliverBy.adding(days: waited)
    guard waited > 0, let limit, min(day, limit) > order.terms.deliverBy else { return }
    changes.append("deliver_by = \(min(day, limit))")
    detail.append(JSONMember(name: "deliverBy", value: JSONValue(min(day, limit))))
  }

  /// The day on which what is handed over arrived; goods that are handed over on the way arrive with it.
  private var arrival: Day {
    let today = caller.today
    guard order.state == .delivered else { return today }
    return order.arrivedOn ?? min(today, order.terms.deliverBy)
  }

  private func insertion(
    _ part: PartAssessment, _ position: Int, _ quantities: [UUID: Int64], _ penalty: LatePenalty
  ) -> @Sendable (UUID) -> SQL {
    let (order, now, arrived) = (order, caller.now, arrival)
    let money = part.totals
    let lines = JSONValue.array(
      situation.lines.compactMap { line in
        quantities[line.id].map { ["lineId": JSONValue(line.id), "accepted": .integer($0)] }
      })
    let taxes = JSONValue.array(part.taxes.map { JSONValue(rule: $0.tree) })
    let reckoning = penalty.amount > .zero ? JSONB(penalty.json.encoded) : nil
    let handed: String? = if case .person(let actor) = taker { actor.person } else { nil }
    return { audit in
      """
      INSERT INTO order_part (id, order_id, position, state, deliver_by, arrived_on, handed_over_at, quantities,
        price_ex_vat, vat_base, vat, vat_collected, gross, withheld, net_to_vendor, taxes, penalty,
        penalty_reckoning, issued_person, handed_person, kpa_as_ppk, audit_id)
      VALUES (\(UUID.version7(at: now)), \(order.id), \(position), 'handed_over', \(order.terms.deliverBy),
        \(arrived), \(now), \(JSONB(lines.encoded)), \(money.priceExVat), \(money.vatBase), \(money.vat),
        \(money.vatCollected), \(money.gross), \(money.withheld), \(money.netToVendor),
        \(JSONB(taxes.encoded)), \(penalty.amount), \(reckoning), \(order.duties.issuedBy), \(handed),
        \(order.kpaAsPPK), \(audit))
      """
    }
  }
}

extension LatePenalty {
  var json: JSONValue {
    [
      "days": .integer(daysLate), "base": JSONValue(base), "rate": .string(rate.description),
      "amount": JSONValue(amount), "rule": .string(rule), "legal": .string(legal),
    ]
  }
}
