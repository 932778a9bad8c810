import Authentication
package import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderTransition {
  /// The steps that a part takes by itself, from handover to payment.
  package static let partSteps: [OrderTransition] = [
    .invoice, .verify, .query, .requestPayment, .approvePayment, .confirmPaid,
  ]
}

extension OrderSituation {
  /// - Throws: what keeps this part from the step: where it stands, or that it is paid with the order.
  func checkPart(_ part: OrderPart, _ transition: OrderTransition, _ rulebook: Rulebook) throws {
    guard transition.leads(from: part.state) else { throw Refusal.wrongState(part.state.rawValue) }
    guard !part.isApart else { return }
    if order.state == .terminated { return }
    guard rulebook.payment.partial else { throw Refusal.conflict(code: "payment_not_partial", pointer: nil) }
    // Once everything is handed over, what was not billed by itself is billed with the order.
    guard [.inFulfilment, .delivered].contains(order.state) else {
      throw Refusal.wrongState(order.state.rawValue)
    }
  }
}

extension OrderPart {
  /// Whether the part may be billed by itself now.
  func isPayable(_ order: OrderRecord, _ rulebook: Rulebook) -> Bool {
    if isApart || order.state == .terminated { return true }
    return rulebook.payment.partial && [.inFulfilment, .delivered].contains(order.state)
  }

  /// What this person may do with the part now.
  func transitions(of actor: Actor, _ order: OrderRecord, _ rulebook: Rulebook, isHeld: Bool)
    -> [OrderTransition]
  {
    guard isPayable(order, rulebook) else { return [] }
    let roles = order.effectiveRoles(of: actor)
    return OrderTransition.partSteps.filter { step in
      step.leads(from: state) && !step.rule.roles.isDisjoint(with: roles) && (!isHeld || step == .query)
        && duties.together(with: order.duties).conflict(
          performing: step, person: actor.person, kpaAsPPK: order.kpaAsPPK) == nil
    }
  }
}

extension OrderStep {
  /// The payment of a part goes on; the order stays where it is.
  mutating func preparePart(_ part: OrderPart) throws {
    let state = transition.rule.outcome(from: part.state)
    detail += [
      JSONMember(name: "part", value: JSONValue(part.position)),
      JSONMember(name: "partState", value: .string(state.rawValue)),
    ]
    var sets: [SQL] = ["state = \(state.rawValue)"]
    switch transition {
    case .invoice: sets += try invoiced()
    case .query: sets.append("pay_due_at = NULL")
    case .requestPayment:
      try checkRequest(of: part.money)
      sets += requested() + person("requested_person")
    case .approvePayment: sets += person("approved_person")
    case .confirmPaid:
      sets +=
        try paid(part.money.totals, penalty: part.penalty) + person("paid_person") + ["pay_due_at = NULL"]
    default: break
    }
    extra.append(
      "UPDATE order_part SET \(SQL(joining: sets, separator: ", ")) WHERE id = \(part.id)")
  }

  /// Who acts next on a part is told as of an order; the vendor hears that the part was paid, not the whole.
  func partNotices(_ part: OrderPart) -> [SQL] {
    guard transition == .confirmPaid else {
      return transition.notices(
        of: order, officer: order.officerID, number: order.number, reason: body["reason"]?.text,
        at: caller.now)
    }
    let told = Notice(
      .partPaid, about: .order(order.id),
      detail: [
        JSONMember(name: "number", value: JSONValue(order.number)),
        JSONMember(name: "vendorName", value: .string(order.vendorName)),
        JSONMember(name: "part", value: JSONValue(part.position)),
      ], at: caller.now)
    return [told.insertion(to: .vendor(order.vendorID))]
  }

  private func person(_ column: SQL) -> [SQL] {
    guard case .person(let actor) = taker else { return [] }
    return ["\(column) = \(actor.person)"]
  }

  private mutating func invoiced() throws -> [SQL] {
    let number = try invoiceNumber()
    let timers = try caller.rulebook.of(unit: order.unitPath).timers
    let due = caller.rulebook.calendar.deadline(workingDays: timers.payWorkingDays, after: caller.now)
    return [
      """
      apart = true, invoice_number = \(body["number"]?.text), invoice_date = \(body["date"]?.day),
      tax_invoice_number = \(number), pay_due_at = \(due)
      """
    ]
  }
}
