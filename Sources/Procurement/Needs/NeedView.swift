package import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// A need with what has happened to it.
package struct NeedView: Sendable {
  package let need: NeedRow
  package let events: [NeedEvent]
  private let deadlines: [NeedDeadline]

  package static func selects(_ id: UUID) -> [SQL] {
    [NeedRow.select(id), NeedEvent.select(need: id), NeedDeadline.select(need: id)]
  }

  /// Nil where there is no such need.
  package init?(_ results: ArraySlice<Result>) throws {
    let results = Array(results)
    guard let need = try results[0].first(NeedRow.self) else { return nil }
    self.need = need
    events = try results[1].rows(NeedEvent.self)
    deadlines = try results[2].rows(NeedDeadline.self)
  }

  init(_ need: NeedRow, _ events: [NeedEvent], _ deadlines: [NeedDeadline]) {
    self.need = need
    self.events = events
    self.deadlines = deadlines
  }

  package func json(for actor: Actor) -> JSONValue {
    let content = need.content
    return [
      "id": JSONValue(need.id), "state": .string(need.state.rawValue), "packageId": JSONValue(need.packageID),
      "unitId": JSONValue(need.unitID), "budgetLineId": JSONValue(need.budgetLineID),
      "commitmentOfficerId": JSONValue(need.commitmentOfficerID), "officerId": JSONValue(need.officerID),
      "title": .string(need.title), "specification": JSONValue(content.specification),
      "category": JSONValue(content.category), "quantity": JSONValue(content.quantity),
      "unitOfMeasure": JSONValue(content.unitOfMeasure),
      "neededOn": content.neededOn.map { JSONValue($0) } ?? .null,
      "deliverTo": content.place, "ownEstimate": JSONValue(content.ownEstimate?.amount),
      "estimateBasis": JSONValue(content.estimateBasis), "catalogueCheck": content.catalogueCheckJSON,
      "standardPrice": content.standardPriceJSON, "request": need.request?.json ?? .null,
      "orderId": JSONValue(need.orderID), "history": .array(events.map(\.json)),
      "timers": .array(deadlines.map(\.json)),
      "allowedTransitions": .array(transitions(of: actor).map { .string($0.rawValue) }),
      "createdAt": JSONValue(need.createdAt), "version": JSONValue(need.version),
    ]
  }

  /// What the actor may do with it now.
  package func transitions(of actor: Actor) -> [NeedTransition] {
    NeedTransition.allCases.filter { need.allows($0) && need.lets(actor, $0) }
  }

  package func answer(for actor: Actor, status: Int = 200) -> Answer {
    Answer(status: status, json(for: actor), version: need.version)
  }

  private static let event = Shape.component(
    "NeedEvent",
    .object([
      .required("at", .dateTime), .required("by", .name), .required("role", .text(max: 50)),
      .required("transition", .oneOf(NeedTransition.self)),
      .required("from", .nullable(.oneOf(NeedState.self))),
      .required("to", .oneOf(NeedState.self)), .required("reason", .nullable(.note)),
    ]))

  /// What the API shows of a need.
  package static let shape = Shape.component(
    "Need",
    .object([
      .required("id", .uuid), .required("state", .oneOf(NeedState.self)), .required("packageId", .uuid),
      .required("unitId", .uuid), .required("budgetLineId", .uuid), .required("commitmentOfficerId", .uuid),
      .required("officerId", .nullable(.uuid)), .required("title", .name),
      .required("specification", .nullable(.description)), .required("category", .nullable(.text(max: 40))),
      .required("quantity", .nullable(.integer(min: 1))),
      .required("unitOfMeasure", .nullable(.text(max: 200))),
      .required("neededOn", .nullable(.date)), .required("deliverTo", .nullable(OrderInput.placeShape)),
      .required("ownEstimate", .nullable(.integer(min: 1))), .required("estimateBasis", .nullable(.note)),
      .required("catalogueCheck", .nullable(PackageRow.catalogueCheckShape)),
      .required(
        "standardPrice",
        .nullable(
          .object([
            .required("code", .text(max: 200)), .required("price", .integer(min: 1)),
            .required("exceeded", .boolean),
          ])), "What the own estimate was compared with (SSH)."),
      .required("request", .nullable(RequestForOffers.shape)),
      .required("orderId", .nullable(.uuid)), .required("history", .array(of: event)),
      .required("timers", .array(of: NeedDeadline.shape)),
      .required("allowedTransitions", .array(of: .oneOf(NeedTransition.self))),
      .required("createdAt", .dateTime),
      .required("version", .integer(min: 1)),
    ]))
}

/// One thing that happened to a need.
package struct NeedEvent: RowDecodable, Sendable {
  package let position: Int
  package let at: Date
  package let by: String
  package let role: String
  package let transition: String
  package let from: String?
  package let to: String
  package let reason: String?

  package init(row: inout Row) throws {
    position = try row.next()
    at = try row.next()
    by = try row.next()
    role = try row.next()
    transition = try row.next()
    from = try row.next(String?.self)
    to = try row.next()
    reason = try row.next(String?.self)
  }

  var json: JSONValue {
    [
      "at": JSONValue(at), "by": .string(by), "role": .string(role), "transition": .string(transition),
      "from": JSONValue(from), "to": .string(to), "reason": JSONValue(reason),
    ]
  }

  static func select(need: UUID) -> SQL {
    """
    SELECT position, at, actor_name, role, transition, from_state, to_state, reason FROM need_event
    WHERE need_id = \(need) ORDER BY position
    """
  }
}
