import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderStep {
  /// Taxes of what was accepted, by the rules of the order's own day.
  func assess(
    _ lines: [OrderLineRecord], _ accepted: [UUID: Int64], whole: [OrderLineRecord]? = nil,
    _ transaction: borrowing Transaction
  ) async throws -> Decision {
    let lines = lines.map { $0.facts(quantity: accepted[$0.id] ?? $0.quantity) }
    return try EOrderRules.decide(try await facts(lines, whole: whole, transaction), caller.rulebook)
  }

  /// Taxes of lines whose value was lowered to a sum that includes them: each line bears its share.
  func reduced(
    _ lines: [(line: OrderLineRecord, gross: Rupiah)], to due: Rupiah, whole: [OrderLineRecord]?,
    _ transaction: borrowing Transaction
  ) async throws -> Decision {
    let shares = try due.shared(by: lines.map(\.gross))
    let facts = zip(lines, shares).map { entry, share in
      entry.line.facts(worth: share)
    }
    return try EOrderRules.decide(try await self.facts(facts, whole: whole, transaction), caller.rulebook)
  }

  /// The order as its taxes look at it, on its own day.
  func facts(
    _ lines: [LineFacts], whole: [OrderLineRecord]?, _ transaction: borrowing Transaction
  ) async throws -> OrderFacts {
    let vendor = try await taxedVendor(transaction)
    var facts = OrderFacts(
      date: orderDay, paymentMode: order.terms.paymentMode, procedure: .direct, vendor: vendor, lines: lines)
    facts.whole = whole?.map { $0.facts(quantity: $0.quantity) }
    return facts
  }

  private func taxedVendor(_ transaction: borrowing Transaction) async throws -> VendorFacts {
    if let vendorOfPayment { return vendorOfPayment }
    let result = try await transaction.query(OrderingVendor.select("\(order.vendorID)", year: orderDay.year))
    guard let vendor = try result.first(OrderingVendor.self) else { throw Refusal.notFound }
    return vendor.facts
  }

  /// The day whose rules hold for the order.
  var orderDay: Day { caller.tenant.today(order.issuedAt ?? caller.now) }

  /// The order's decision with the amounts and taxes of what was accepted; what was held against the order
  /// stays as it was.
  ///
  /// - Parameters:
  ///   - told: what is held against its payment, in place of what was told of that before.
  ///   - codes: what of it is told anew.
  func decisionOfAccepted(
    _ decision: Decision, _ money: OrderTotals, adding told: [Violation] = [],
    replacing codes: Set<ViolationCode> = [.paymentsTogether]
  ) throws -> [UInt8] {
    let reckoned = JSONValue(rule: decision.tree)
    let members = try JSONValue(parsing: order.decision).members ?? []
    return JSONValue.object(
      members.map { member in
        switch member.name {
        case "totals": JSONMember(name: member.name, value: JSONValue(rule: money.tree))
        case "taxes", "evidenceForm":
          JSONMember(name: member.name, value: reckoned[member.name] ?? .null)
        case "violations":
          JSONMember(
            name: member.name,
            value: .array(
              (member.value.elements ?? []).filter { violation in
                !codes.contains { $0.rawValue == violation["code"]?.text }
              } + told.map { JSONValue(rule: $0.tree) }))
        default: member
        }
      }
    ).encoded
  }
}
