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
      guard errors.isEmpty else { throw Procurement.Refusal.invalid(errors) }
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
