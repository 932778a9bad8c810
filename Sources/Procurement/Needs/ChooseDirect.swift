import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// The procurement officer chooses a vendor for a need without asking for offers: a draft order stands for it.
package struct ChooseDirect: Sendable {
  package static let shape = Shape.component(
    "DirectChoice",
    .object([
      .required("vendorId", .uuid), .required("lines", OrderInput.linesShape), .required("deliverBy", .date),
      .required("paymentMode", .oneOf(PaymentMode.self)),
      .optional("deliverTo", .nullable(OrderInput.placeShape)),
      .optional("note", .nullable(.note)), .optional("justification", .nullable(.note)),
      .optional("catalogueCheck", .nullable(PackageRow.catalogueCheckShape)),
      .optional("comparedPrices", .nullable(.array(of: OrderInput.comparedPriceShape, max: 20))),
    ]))

  private let id: UUID
  private let body: JSONValue

  package init(_ id: UUID, body: JSONValue) {
    self.id = id
    self.body = body
  }

  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await write(lease, reading: [NeedRow.lock(id), NeedRow.select(id)]) { transaction, results in
      guard let need = try results[1].first(NeedRow.self), need.lets(caller.actor, .chooseDirect) else {
        throw Refusal.notFound
      }
      try write.checkPrecondition(version: need.version)
      guard NeedTransition.chooseDirect.leads(from: need.state) else {
        throw Refusal.wrongState(need.state.rawValue)
      }
      let input = try OrderInput(orderBody(need))
      let reads = OrderContext.selects(try OrderContext.Keys(input), caller, locking: false)
      let context = try OrderContext(try await transaction.pipeline(reads)[...], caller)
      let draft = try OrderDraft(input, need: need, context, caller)
      let placement = OrderPlacement(draft, try draft.decide(caller), caller)
      for statement in placement.insertions { transaction.enqueue(statement) }
      let stored = try await transaction.pipeline(NeedView.selects(id))
      guard let view = try NeedView(stored[...]) else { throw Refusal.notFound }
      return view.answer(for: caller.actor)
    }
  }

  /// The body of an order for this need: where nothing else is said, it is delivered where the need says.
  private func orderBody(_ need: NeedRow) throws -> JSONValue {
    var members = (body.members ?? []).filter { !$0.value.isNull }
    members.append(JSONMember(name: "needId", value: JSONValue(need.id)))
    members.append(JSONMember(name: "budgetLineId", value: JSONValue(need.budgetLineID)))
    if !members.contains(where: { $0.name == "deliverTo" }) {
      members.append(JSONMember(name: "deliverTo", value: need.content.place))
    }
    return .object(members)
  }
}

extension NeedRow {
  /// That an order stands for the need now.
  func ordered(
    by order: UUID, _ transition: NeedTransition = .chooseDirect, reason: String? = nil, _ caller: Caller
  ) -> [SQL] {
    let fact = NeedFact(
      need: id, position: events, transition: transition, from: state, to: .ordered, reason: reason,
      detail: [JSONMember(name: "orderId", value: JSONValue(order))])
    return fact.insertions(caller) + [
      NeedTimer.stopAll(id),
      """
      UPDATE need SET state = 'ordered', order_id = \(order), updated_at = \(caller.now), version = version + 1
      WHERE id = \(id)
      """,
    ]
  }

  /// That the order which stood for the need came to nothing: the officer chooses anew, or selects anew among the
  /// offers where there were any.
  func reopened(_ caller: Caller, offer: UUID? = nil) -> [SQL] {
    let transition: NeedTransition = offer == nil ? .reopen : .reevaluate
    let to = transition.rule.outcome(from: state)
    var fact = NeedFact(need: id, position: events, transition: transition, from: state, to: to)
    fact.bySystem = true
    return fact.insertions(caller) + [
      """
      UPDATE need SET state = \(to.rawValue), order_id = NULL, updated_at = \(caller.now), version = version + 1
      WHERE id = \(id)
      """
    ]
  }
}
