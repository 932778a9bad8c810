import Authentication
import EOrderRules
import Files
import Foundation
import HTML
import HTTPTypes
import Procurement
import StrictJSON

/// A person takes an order one step on by a form.
struct OrderStepping {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func callAsFunction() async throws -> PageReply {
    let caller = try page.caller
    guard let transition = OrderTransition(rawValue: page.call.parameters["transition"] ?? ""),
      transition != .create
    else { throw Problem.notFound }
    guard !transition.rule.roles.isDisjoint(with: caller.actor.roles) else { throw Problem.forbidden }
    let reading = OrderReading(page)
    let view = try await reading.view(caller)
    let step = StepForm(transition, view, today: caller.today, page.language)
    let (body, errors) = TransitionInput.shape(transition).validate(step.body(page.form))
    guard errors.isEmpty else { return try await reading.refused(step, refusal(errors, step, body), view) }
    let paper: StepPaper?
    do {
      paper = try StepPaper(step, page.form, at: caller.now)
    } catch {
      return try await reading.refused(step, refusal(error, step), view)
    }
    do throws(any Error) {
      try await take(transition, body, paper, caller, view)
    } catch let refusal as Procurement.Refusal {
      return try await reading.refused(step, self.refusal(refusal, step, body), view)
    }
    return .redirect(
      OrderPage.url(view.order.id, done: transition).text)
  }

  private func take(
    _ transition: OrderTransition, _ typed: JSONValue, _ paper: StepPaper?, _ caller: Caller,
    _ view: OrderView
  ) async throws {
    var body = typed
    if let paper {
      let id = try await paper.attach(to: view.order.id, page, caller)
      if transition == .arrive { body = body.merging(["photoId": JSONValue(id)]) }
    }
    var write = page.write(body, caller)
    // The paper has made a new version of the order.
    if paper != nil { write = Write(idempotency: write.idempotency) }
    let step = TransitionOrder(view.order.id, transition, body: body)
    _ = try await page.call.withTenant { try await step(caller, write, $0) }
  }

  private func refusal(_ refusal: FileRefusal, _ step: StepForm) -> StepRefusal {
    StepRefusal(
      status: 422,
      problems: [
        FormState.Problem(
          field: StepPaper.field(of: step),
          sentence: page.language(refusal == .tooLarge ? PaperText.tooLarge : .wrongType),
          label: page.language(PaperText.file))
      ])
  }

  private func refusal(
    _ errors: [FieldError], _ step: StepForm, _ body: JSONValue, status: Int = 422
  ) -> StepRefusal {
    StepRefusal(
      status: status,
      problems: errors.map { step.problem($0, body: body, page.language) })
  }

  func refusal(_ refusal: Procurement.Refusal, _ step: StepForm, _ body: JSONValue) throws
    -> StepRefusal
  {
    let problem = Problem(refusal)
    if problem.status == 404 { throw problem }
    let text = ProblemText.of(problem.code)
    switch refusal {
    case .invalid(let errors): return self.refusal(errors, step, body)
    case .alreadyRegistered(let errors): return self.refusal(errors, step, body, status: 409)
    case .preconditionFailed: return StepRefusal(status: 412, message: page.language(StepText.changed))
    case .rulesViolated(let decision):
      return StepRefusal(
        status: 422, message: page.language(StepText.rulesAgainst),
        violations: decision.violations.filter { $0.severity == .block })
    case .justificationRequired(let decision):
      return StepRefusal(
        status: 409,
        problems: [
          FormState.Problem(
            field: step.prefix + step.transition.why, sentence: page.language.pick(text.detail),
            label: step.label(of: step.transition.why, page.language))
        ], violations: decision.violations.filter { $0.severity == .hold })
    default: return StepRefusal(status: problem.status, message: page.language.pick(text.detail))
    }
  }
}

/// Why a step was not taken, as its form shows it.
struct StepRefusal: Sendable {
  let status: Int
  var problems: [FormState.Problem] = []
  var message: String?
  var violations: [Violation] = []
}
