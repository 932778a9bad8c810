import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// A person takes the payment of one part of an order one step on by a form.
struct OrderPartStepping {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func callAsFunction() async throws -> PageReply {
    let caller = try page.caller
    let partID = page.call.parameters["part"] ?? ""
    guard let transition = OrderTransition(rawValue: page.call.parameters["transition"] ?? ""),
      OrderTransition.partSteps.contains(transition)
    else { throw Problem.notFound }
    let reading = OrderReading(page)
    let view = try await reading.view(caller)
    let parts = try view.json(for: caller)["parts"]?.elements ?? []
    guard let part = parts.first(where: { $0["id"]?.text == partID }) else { throw Problem.notFound }
    let step = StepForm(
      transition, part: part, of: view, today: caller.today, page.language)
    let body = step.body(page.form)
    do throws(any Error) {
      let id = view.order.id.uuidString.lowercased()
      _ = try await page.carryOut("\(transition)OrderPart", ["id": id, "partId": partID], body)
    } catch let refusal as Procurement.Refusal {
      let stepping = OrderStepping(page)
      return try await reading.refused(step, stepping.refusal(refusal, step, body), view)
    }
    return .redirect(OrderPage.url(view.order.id, done: transition).text)
  }
}

extension OrderReading {
  /// The forms of the parts that this person may take on.
  func parts(
    _ answer: JSONValue, _ view: OrderView, _ caller: Caller,
    _ refused: (step: StepForm, refusal: StepRefusal)?
  ) -> [StepFormPiece] {
    (answer["parts"]?.elements ?? []).flatMap { part -> [StepFormPiece] in
      let allowed = (part["allowedTransitions"]?.elements ?? []).compactMap(\.text)
      return allowed.compactMap(OrderTransition.init).map { transition in
        let step = StepForm(
          transition, part: part, of: view, today: caller.today, page.language)
        var state = page.newForm(step.startValues)
        if let refused, refused.step.prefix == step.prefix {
          state = page.newForm(page.form.texts)
          state.problems = refused.refusal.problems
        }
        return StepFormPiece(
          step: step, order: view.order.id, version: view.order.version, state: state, isFolded: true,
          part: (part["id"]?.text ?? "", part["part"]?.int64 ?? 0))
      }
    }
  }
}
