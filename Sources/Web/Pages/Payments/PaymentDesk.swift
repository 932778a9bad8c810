import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The payment desk: what is to be verified, requested, approved and paid, with the papers that are missing and the
/// accounts that have changed; and one step for several orders at once.
struct PaymentDesk {
  /// Steps that take no number of their own, so that one press may take them for several orders.
  static let ticked: [OrderTransition] = [.verify, .requestPayment, .approvePayment]
  /// The number of each payment, in the row of its order.
  static let referencePrefix = "reference."
  static let dayField = "paidOn"
  private static let perStep = 15
  static let prefix = "order."

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  /// Orders of one step.
  struct Group: Sendable {
    let step: OrderTransition
    let orders: [JSONValue]
    let hasMore: Bool
  }

  func show() async throws -> PageReply { try await reply(results: nil) }

  /// Takes one step for each ticked order; what is refused is told beside what was done.
  func act() async throws -> PageReply {
    guard let step = page.call.parameters["act"].flatMap(OrderTransition.init),
      Self.ticked.contains(step) || step == .confirmPaid
    else { throw Problem.notFound }
    let together = Together(page: page)
    let results =
      step == .confirmPaid
      ? try await together.take(
        "\(step)Order", together.chosen(Self.referencePrefix), name: { $0["number"]?.text }, body: payment)
      : try await together.take("\(step)Order", together.chosen(Self.prefix), name: { $0["number"]?.text })
    return try await reply(results: results)
  }

  /// What is recorded of one payment: its own number, and the amount that stood beside it.
  private func payment(_ id: String) -> JSONValue {
    var members = [
      JSONMember(name: "reference", value: .string(page.form["\(Self.referencePrefix)\(id)"] ?? "")),
      JSONMember(name: "amount", value: Shape.integer().reading(page.form["amount.\(id)"] ?? "")),
    ]
    if let day = page.form.filled(Self.dayField) {
      members.append(JSONMember(name: "paidOn", value: .string(day)))
    }
    return .object(members)
  }

  private func reply(results: [Together.Result]?) async throws -> PageReply {
    let roles = try page.actor.roles
    guard !roles.isDisjoint(with: [.treasurer, .financeVerifier, .budgetOwner]) else {
      throw Problem.forbidden
    }
    var groups: [Group] = []
    for (step, state) in [
      (OrderTransition.verify, OrderState.invoiced), (.requestPayment, .verifiedForPayment),
      (.approvePayment, .paymentRequested), (.confirmPaid, .paymentApproved),
    ] where !step.rule.roles.isDisjoint(with: roles) {
      let answer = try await page.ask(
        "listOrders", query: [("limit", "\(Self.perStep)"), ("state", state.rawValue)])
      let orders = (answer["items"]?.elements ?? []).filter { order in
        (order["allowedTransitions"]?.elements ?? []).contains(.string(step.rawValue))
      }
      groups.append(Group(step: step, orders: orders, hasMore: answer["nextCursor"]?.text != nil))
    }
    let paid = roles.contains(.treasurer) ? try await paid() : []
    let ids = paid.compactMap { $0["id"]?.uuid }
    let receipts = try await page.call.withTenant { try await TaxReceipt.latest(of: ids, $0) }
    let content = PaymentDeskPage(
      language: page.language, zone: page.zone, now: page.call.now, today: try page.caller.today,
      form: page.newForm(results == nil ? [:] : kept(results ?? [])), groups: groups,
      paid: paid, receipts: receipts, results: results)
    return .page(page.language(PaymentText.title), content)
  }

  /// What was typed for payments that were not recorded.
  private func kept(_ results: [Together.Result]) -> [String: String] {
    let refused = Set(results.filter { $0.refusal != nil }.map { "\(Self.referencePrefix)\($0.id)" })
    return page.form.texts.filter { refused.contains($0.key) || $0.key == Self.dayField }
  }

  /// The last payments, whose taxes are deposited and reported by certain days.
  private func paid() async throws -> [JSONValue] {
    let answer = try await page.ask(
      "listOrders", query: [("limit", "\(Self.perStep)"), ("state", OrderState.paid.rawValue)])
    return (answer["items"]?.elements ?? []).filter { !($0["deposits"]?.elements ?? []).isEmpty }
  }
}
