import EOrderRules
import HTTPTypes
import Procurement
import StrictJSON

/// Payments of parts of an order: where the province pays in parts, and of what a terminated order had accepted.
enum OrderPartRoutes {
  static let all: [Route] = OrderTransition.partSteps.map { transition in
    Route(
      .tenant, .post, "/orders/{id}/parts/{partId}/\(transition.rawValue)", name: "\(transition)OrderPart",
      access: .roles(transition.rule.roles), body: .json(TransitionInput.shape(transition)),
      answer: .json(200, OrderShapes.order), subject: .orderPart(for: transition), statuses: [409, 412]
    ) { call in
      let step = TransitionPart(
        order: try call.id(), part: try call.id("partId"), transition, body: call.body)
      let caller = try call.caller
      return .answer(try await call.withTenant { try await step(caller, call.write, $0) })
    }.lookingIntoMeaning { call in
      let step = TransitionPart(
        order: try call.id(), part: try call.id("partId"), transition, body: call.body)
      let caller = try call.caller
      return try await call.withTenant { try await step.refusals(caller, $0) }
    }
  }
}
