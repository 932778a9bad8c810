package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A part of an order as it was handed over, with its money, its lateness and its own payment.
package struct OrderPart: RowDecodable, Sendable {
  package let id: UUID
  /// 1 for the first part of the order.
  package let position: Int
  /// Where its payment stands: a part goes the way of an order from handover to payment.
  package let state: OrderState
  /// Whether it is paid by itself and not with the order.
  package let isApart: Bool
  package let deliverBy: Day
  package let arrivedOn: Day
  package let handedOverAt: Date
  let quantities: JSONValue
  package let money: OrderMoney
  let taxes: JSONValue
  package let penalty: Rupiah
  let penaltyReckoning: JSONValue?
  package let invoice: OrderInvoice?
  package let payment: OrderPayment?
  package let payDue: Date?
  package let duties: OrderDuties

  package init(row: inout Row) throws {
    id = try row.next()
    position = try row.next()
    state = OrderState(rawValue: try row.next()) ?? .handedOver
    isApart = try row.next()
    deliverBy = try row.next()
    arrivedOn = try row.next()
    handedOverAt = try row.next()
    quantities = try JSONValue(parsing: try row.next(JSONB.self).text)
    money = try OrderMoney(row: &row)
    taxes = try JSONValue(parsing: try row.next(JSONB.self).text)
    penalty = try row.next()
    penaltyReckoning = try row.next(JSONB?.self).map { try JSONValue(parsing: $0.text) }
    invoice = OrderInvoice(
      number: try row.next(String?.self), date: try row.next(Day?.self), taxNumber: try row.next(String?.self)
    )
    payment = try OrderPayment(row: &row)
    payDue = try row.next(Date?.self)
    duties = OrderDuties(
      issuedBy: try row.next(String?.self), inspectedBy: try row.next(String?.self),
      requestedBy: try row.next(String?.self), approvedBy: try row.next(String?.self),
      paidBy: try row.next(String?.self))
  }

  private static let columns: SQL = """
    id, position, state, apart, deliver_by, arrived_on, handed_over_at, quantities, price_ex_vat, vat_base, vat,
    vat_collected, gross, withheld, net_to_vendor, taxes, penalty, penalty_reckoning, invoice_number, invoice_date,
    tax_invoice_number, payment_reference, paid_on, paid_amount, paid_penalty, penalty_reference, payment_papers,
    pay_due_at, issued_person, handed_person, requested_person, approved_person, paid_person
    """

  package static func select(order: UUID) -> SQL {
    "SELECT \(columns) FROM order_part WHERE order_id = \(order) ORDER BY position"
  }

  /// The order to which a part belongs.
  package static func order(of part: UUID) -> SQL {
    "\(OrderRecord.columns) WHERE o.id = (SELECT order_id FROM order_part WHERE id = \(part))"
  }

  /// Those of several orders, each led by its order's id.
  static func select(orders: [UUID]) -> SQL {
    """
    SELECT order_id, \(columns) FROM order_part WHERE order_id = ANY (\(SQLArray(orders)))
    ORDER BY order_id, position
    """
  }

  /// How many of each line were handed over with it.
  var lines: [UUID: Int64] {
    Dictionary(
      (quantities.elements ?? []).compactMap { entry in
        guard let line = entry["lineId"]?.uuid, let count = entry["accepted"]?.int64 else { return nil }
        return (line, count)
      }, uniquingKeysWith: { $1 })
  }

  /// What the rules know of it when they reckon the next part.
  var assessment: PartAssessment {
    PartAssessment(totals: money.totals, taxes: taxes.taxLines)
  }
}

extension JSONValue {
  /// Taxes as a stored decision holds them.
  package var taxLines: [TaxLine] {
    (elements ?? []).compactMap { tax in
      guard let code = tax["code"]?.text.flatMap(TaxCode.init),
        let collector = tax["collectedBy"]?.text.flatMap(Collector.init)
      else { return nil }
      return TaxLine(
        code: code, rule: tax["rule"]?.text ?? "", legal: tax["legal"]?.text ?? "",
        base: Rupiah(tax["base"]?.int64 ?? 0), amount: Rupiah(tax["amount"]?.int64 ?? 0),
        collectedBy: collector, lines: (tax["lines"]?.elements ?? []).compactMap(\.text),
        shared: tax["shared"]?.sharedTax)
    }
  }
}

extension JSONValue {
  /// How a tax was shared with other payments, as a stored decision holds it.
  fileprivate var sharedTax: SharedTax? {
    guard let orders = self["orders"]?.elements, let base = self["base"]?.int64,
      let amount = self["amount"]?.int64, let taken = self["taken"]?.int64
    else { return nil }
    return SharedTax(
      orders: orders.compactMap(\.text), base: Rupiah(base), amount: Rupiah(amount), taken: Rupiah(taken))
  }
}

extension OrderRecord {
  /// The taxes of its decision.
  var taxes: [TaxLine] {
    ((try? JSONValue(parsing: decision))?["taxes"] ?? []).taxLines
  }
}

extension OrderMoney {
  var totals: OrderTotals {
    OrderTotals(
      priceExVat: priceExVat, vatBase: vatBase, vat: vat, vatCollected: vatCollected, gross: gross,
      withheld: withheld, netToVendor: netToVendor)
  }
}

extension [OrderPart] {
  /// What the parts that are paid by themselves come to.
  func apart() throws -> OrderTotals {
    var sum = OrderTotals.zero
    for part in self where part.isApart { sum = try sum.adding(part.money.totals) }
    return sum
  }

  /// The penalties of the parts that are paid with the order.
  func penaltyWithOrder() throws -> Rupiah { try filter { !$0.isApart }.map(\.penalty).total() }
}
