import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// A person takes a need one step on by a form.
struct NeedStepping {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func callAsFunction() async throws -> PageReply {
    let caller = try page.caller
    let reading = NeedReading(page)
    let view = try await reading.view()
    guard let transition = NeedTransition(rawValue: page.call.parameters["transition"] ?? ""),
      let form = try await reading.form(transition, view.need)
    else { throw Problem.notFound }
    guard !transition.rule.roles.isDisjoint(with: caller.actor.roles) else { throw Problem.forbidden }
    let shape = transition == .chooseDirect ? ChooseDirect.shape : TransitionNeed.shape(transition)
    let (body, errors) = shape.validate(Self.requestBody(form.body(page.form)))
    do throws(any Error) {
      let all = try await everything(errors, form, transition, body, caller, view)
      guard all.isEmpty else { throw Procurement.Refusal.invalid(all) }
      try await take(transition, body, caller, view)
    } catch let refusal as Procurement.Refusal {
      let refused = try page.refused(refusal, form)
      let now = try await reading.view()
      return try await reading.reply(
        now,
        refused: NeedReading.Refused(
          transition: transition, status: refused.status, problems: refused.problems, message: refused.message
        ))
    }
    return .redirect(NeedPage.url(view.need.id, done: transition).text)
  }

  /// What is wrong with the form and with its meaning, all at once.
  private func everything(
    _ errors: [FieldError], _ form: ActionForm, _ transition: NeedTransition, _ body: JSONValue,
    _ caller: Caller, _ view: NeedView
  ) async throws -> [FieldError] {
    let blank = form.blanks(page.form).filter { blank in
      !errors.contains { $0.pointer == blank.pointer || blank.pointer.hasPrefix($0.pointer + "/") }
    }
    let found = errors + blank
    guard !found.isEmpty, transition == .prepare else { return found }
    let step = TransitionNeed(view.need.id, transition, body: body)
    let meant = try await page.call.withTenant { try await step.refusals(caller, $0) }
    return found + meant.filter { error in !found.contains { $0.pointer == error.pointer } }
  }

  private func take(_ transition: NeedTransition, _ body: JSONValue, _ caller: Caller, _ view: NeedView)
    async throws
  {
    let write = page.write(body, caller)
    let id = view.need.id
    _ = try await page.call.withTenant { lease in
      transition == .chooseDirect
        ? try await ChooseDirect(id, body: body)(caller, write, lease)
        : try await TransitionNeed(id, transition, body: body)(caller, write, lease)
    }
  }

  /// The chosen product brings its vendor along.
  private static func requestBody(_ body: JSONValue) -> JSONValue {
    guard let chosen = body["product"]?.text else { return body }
    let parts = chosen.split(separator: "|").map { JSONValue.string(String($0)) }
    var members = (body.members ?? []).filter { $0.name != "product" && $0.name != "lines" }
    let quantity = JSONMember(name: "quantity", value: body["lines"]?.elements?.first?["quantity"] ?? .null)
    members.append(JSONMember(name: "vendorId", value: parts.first ?? .null))
    members.append(
      JSONMember(
        name: "lines",
        value: .array([.object([JSONMember(name: "productId", value: parts.last ?? .null), quantity])])))
    return .object(members)
  }
}
