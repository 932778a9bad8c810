import Authentication
package import EOrderRules
import Foundation
package import StrictJSON
import Tenancy

extension OrderView {
  /// What is paid, of what, with which penalty, stamp, deposits and papers.
  func moneyMembers(_ caller: Caller) throws -> [JSONMember] {
    [
      JSONMember(name: "parts", value: .array(try parts.map { try json(of: $0, caller) })),
      JSONMember(name: "due", value: try due),
      JSONMember(name: "penalty", value: try penalty),
      JSONMember(name: "stampDuty", value: try stamp(on: try rest.gross, caller)),
      JSONMember(
        name: "deposits", value: try deposits(order.taxes(without: parts), order.payment?.paidOn, caller)),
      JSONMember(name: "paymentPapers", value: order.payment?.papers ?? [:]),
      JSONMember(name: "checklist", value: checklist(caller)),
    ]
  }

  /// The order's amounts without the parts that are paid by themselves; of a terminated order there is nothing but its
  /// parts.
  package var rest: OrderTotals {
    get throws {
      let whole =
        order.state == .terminated ? try parts.map(\.assessment).totals() : order.money.totals
      return try whole.subtracting(try parts.apart())
    }
  }

  /// Whether the vendor's account was changed after a payment was asked for, so that whoever pays says why it is right.
  package var hasNewAccount: Bool {
    guard let changed = order.vendorNow?.bankChangedAt else { return false }
    return events.contains {
      $0.transition == OrderTransition.requestPayment.rawValue && $0.at < changed
    }
  }

  /// What the order's own payment comes to.
  private var due: JSONValue {
    get throws {
      let rest = try rest
      let setOff = min(try parts.penaltyWithOrder(), rest.netToVendor)
      return [
        "gross": JSONValue(rest.gross), "netToVendor": JSONValue(rest.netToVendor),
        "penalty": JSONValue(setOff), "transfer": JSONValue(try rest.netToVendor.subtracting(setOff)),
      ]
    }
  }

  /// The penalties of all parts together; null where nothing came late.
  package var penalty: JSONValue {
    get throws {
      let late = parts.compactMap(\.penaltyReckoning)
      guard let first = late.first else { return .null }
      let base = try late.map { Rupiah($0["base"]?.int64 ?? 0) }.total()
      return [
        "days": .integer(late.compactMap { $0["days"]?.int64 }.max() ?? 0), "base": JSONValue(base),
        "rate": first["rate"] ?? .null, "amount": JSONValue(try parts.map(\.penalty).total()),
        "rule": first["rule"] ?? .null, "legal": first["legal"] ?? .null,
      ]
    }
  }

  private func json(of part: OrderPart, _ caller: Caller) throws -> JSONValue {
    let isHeld = overlays[.hold] != nil
    let isDisputed = overlays.disputeAll(of: part, order)
    let steps = part.transitions(of: caller.actor, order, caller.rulebook, isHeld: isHeld)
      .filter { !isDisputed || !$0.isPayment }
    return [
      "id": JSONValue(part.id), "part": JSONValue(part.position), "state": .string(part.state.rawValue),
      "apart": .bool(part.isApart), "deliverBy": JSONValue(part.deliverBy),
      "arrivedOn": JSONValue(part.arrivedOn), "handedOverAt": JSONValue(part.handedOverAt),
      "lines": part.quantities, "totals": part.money.json, "taxes": part.taxes,
      "penalty": part.penaltyReckoning ?? .null,
      "stampDuty": try stamp(on: part.money.gross, caller),
      "deposits": try deposits(part.taxes.taxLines, part.payment?.paidOn, caller),
      "invoice": part.invoice?.json ?? .null, "payment": part.payment?.json ?? .null,
      "paymentPapers": part.payment?.papers ?? [:], "dueAt": JSONValue(part.payDue),
      "allowedTransitions": .array(steps.map { .string($0.rawValue) }),
    ]
  }

  /// The stamp on the receipt for a sum, by the law of the order's own day.
  private func stamp(on gross: Rupiah, _ caller: Caller) throws -> JSONValue {
    let day = caller.tenant.today(order.issuedAt ?? order.createdAt)
    guard let stamp = try? caller.rulebook.national.stamp(onReceiptOf: gross, on: day) else { return .null }
    return [
      "amount": JSONValue(stamp.amount), "paper": .string(SupportingPaper.receipt.rawValue),
      "on": JSONValue(stamp.stated), "rule": .string(stamp.rule), "legal": .string(stamp.legal),
    ]
  }

  private func deposits(_ taxes: [TaxLine], _ paidOn: Day?, _ caller: Caller) throws -> JSONValue {
    guard let paidOn,
      let deposits = try? caller.rulebook.national.deposits(
        of: taxes, mode: order.terms.paymentMode, paid: paidOn)
    else { return [] }
    return .array(
      deposits.map {
        [
          "code": .string($0.code.rawValue), "amount": JSONValue($0.amount), "by": .string($0.by.rawValue),
          "depositBy": JSONValue($0.depositBy), "reportBy": JSONValue($0.reportBy),
          "legal": .string($0.legal),
        ]
      })
  }
}

extension OrderRecord {
  /// The taxes of the order's own payment: its decision's, without those of the parts that are paid by themselves.
  func taxes(without parts: [OrderPart]) -> [TaxLine] {
    let apart = parts.filter(\.isApart)
    guard !apart.isEmpty else { return taxes }
    return parts.filter { !$0.isApart }.flatMap(\.taxes.taxLines)
  }
}
