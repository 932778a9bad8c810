import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The payment desk: what is to be verified, requested, approved and paid, with the papers that are missing and the
/// accounts that have changed; and one step for several orders at once, each decided by itself.
struct PaymentDesk {
  /// Steps that take no number of their own, so that one press may take them for several orders.
  static let together: [OrderTransition] = [.verify, .requestPayment, .approvePayment]
  private static let perStep = 15
  private static let prefix = "order."

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
    guard let step = page.call.parameters["act"].flatMap(OrderTransition.init), Self.together.contains(step)
    else { throw Problem.notFound }
    let ids = page.form.texts.keys.filter { $0.hasPrefix(Self.prefix) && page.form.filled($0) != nil }
      .map { String($0.dropFirst(Self.prefix.count)) }.sorted()
    var results: [PaymentDeskPage.Result] = []
    for id in ids.prefix(Self.perStep) {
      do throws(any Error) {
        let version = page.form.filled("version.\(id)")
        let answer = try await page.carryOutOne("\(step)Order", ["id": id], version: version)
        results.append(.init(id: id, number: answer["number"]?.text, refusal: nil))
      } catch let refusal as Procurement.Refusal {
        let refused = try page.refused(refusal, ActionForm(action: "", fields: []))
        let sentence = refused.message ?? refused.problems.first?.sentence
        results.append(.init(id: id, number: nil, refusal: sentence ?? page.language(SheetText.refused)))
      } catch let problem as Problem {
        let text = page.language.pick(ProblemText.of(problem.code).detail)
        results.append(.init(id: id, number: nil, refusal: text))
      }
    }
    return try await reply(results: results)
  }

  private func reply(results: [PaymentDeskPage.Result]?) async throws -> PageReply {
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
    let content = PaymentDeskPage(
      language: page.language, zone: page.zone, now: page.call.now, form: page.newForm(), groups: groups,
      paid: roles.contains(.treasurer) ? try await paid() : [], results: results)
    return .page(page.language(PaymentText.title), content)
  }

  /// The last payments, whose taxes are deposited and reported by certain days.
  private func paid() async throws -> [JSONValue] {
    let answer = try await page.ask(
      "listOrders", query: [("limit", "\(Self.perStep)"), ("state", OrderState.paid.rawValue)])
    return (answer["items"]?.elements ?? []).filter { !($0["deposits"]?.elements ?? []).isEmpty }
  }
}

extension PageCall {
  /// One of several operations that a form asks for; without a key of its own, since the version tells a repetition.
  fileprivate func carryOutOne(
    _ name: String, _ parameters: [String: String], version: String?
  ) async throws -> JSONValue {
    let route = try operation(name)
    let gate = Gate(services: services, tenant: call.tenant, now: call.now)
    try await gate.check(route, call.actor, parameters)
    let write = Write(expectedVersions: [version ?? "v0"])
    let reply = try await route.handle(call.with(parameters: parameters, write: write))
    guard case .answer(let answer) = reply else { throw Problem.notFound }
    return try JSONValue(parsing: answer.body)
  }
}
