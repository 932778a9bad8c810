import Authentication
import Crypto
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The list of flags that its reader follows up.
struct FlagsReading {
  private static let pageSize = 20

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func callAsFunction() async throws -> PageReply {
    let caller = try page.caller
    guard MenuItem.items(for: caller.actor.roles).contains(.flags) else { throw Problem.forbidden }
    var filter = ListFlags.Filter()
    filter.state = page.asked("state").flatMap(FlagState.init)
    let cursor = page.asked("cursor").flatMap { Cursor($0, list: ListFlags.name) }
    let list = ListFlags(filter, PageRequest(limit: Self.pageSize, cursor: cursor))
    let rows = try await page.call.withTenant { try await list.rows(caller.actor, $0) }
    let shown = Array(rows.prefix(Self.pageSize))
    let content = FlagsPage(
      language: page.language, zone: caller.tenant.calendar.zone, state: filter.state, rows: shown,
      first: cursor == nil ? nil : FlagsPage.url(state: filter.state, cursor: nil),
      next: rows.count > Self.pageSize
        ? shown.last.map {
          FlagsPage.url(
            state: filter.state, cursor: Cursor(list: ListFlags.name, at: $0.raisedAt, id: $0.id).text())
        } : nil)
    return .page(page.language(FlagText.title), content)
  }
}

/// One flag, and the steps that its reader takes by a form.
struct FlagReading {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply { try await reply(refused: nil) }

  /// Takes the step; shows the page again with what was typed where it is refused.
  func step() async throws -> PageReply {
    let caller = try page.caller
    guard let transition = FlagTransition(rawValue: page.call.parameters["transition"] ?? ""),
      FlagTransition.ofPeople.contains(transition)
    else { throw Problem.notFound }
    guard !transition.rule.roles.isDisjoint(with: caller.actor.roles) else { throw Problem.forbidden }
    let sent = FlagStepPiece.body(transition, page.form)
    let (body, errors) = TransitionFlag.shape(transition).validate(sent)
    guard errors.isEmpty else { return try await reply(refused: (transition, refusal(errors, transition))) }
    do throws(any Error) {
      try await take(transition, body, caller)
    } catch let refused as Procurement.Refusal {
      return try await reply(refused: (transition, try refusal(refused, transition)))
    }
    return .redirect(FlagPage.url(try page.call.id()).text)
  }

  private func take(_ transition: FlagTransition, _ body: JSONValue, _ caller: Caller) async throws {
    let key = page.form.filled(HiddenFields.keyField).flatMap { $0.utf8.count > 255 ? nil : $0 }
    let idempotency = key.map {
      IdempotentRequest(
        owner: caller.actor.userID.uuidString.lowercased(), route: "POST \(page.target)", key: $0,
        bodyHash: Array(SHA256.hash(data: body.canonical)), now: caller.now)
    }
    let write = Write(
      idempotency: idempotency, expectedVersions: page.form.filled(FlagStepPiece.versionField).map { [$0] })
    let step = TransitionFlag(try page.call.id(), transition, body: body)
    _ = try await page.call.withTenant { try await step(caller, write, $0) }
  }

  private func reply(refused: (transition: FlagTransition, refusal: StepRefusal)?) async throws -> PageReply {
    let caller = try page.caller
    guard MenuItem.items(for: caller.actor.roles).contains(.flags) else { throw Problem.forbidden }
    let read = ReadFlag(try page.call.id())
    let view = try await page.call.withTenant { try await read.view(caller.actor, $0) }
    let steps = view.flag.transitions(of: caller.actor).map { transition in
      var state = page.newForm()
      if let refused, refused.transition == transition {
        state = page.newForm(page.form.texts)
        state.problems = refused.refusal.problems
      }
      return FlagStepPiece(transition: transition, flag: view.flag, state: state)
    }
    let content = FlagPage(
      language: page.language, zone: caller.tenant.calendar.zone, view: view, steps: steps,
      refusal: refused?.refusal)
    return .page(view.flag.title(in: page.language), content, status: refused?.refusal.status ?? 200)
  }

  private func refusal(_ errors: [FieldError], _ transition: FlagTransition) -> StepRefusal {
    StepRefusal(
      status: 422,
      problems: errors.map {
        let name = FormState.field(pointer: $0.pointer)
        return FormState.Problem(
          field: FlagStepPiece.prefix(transition) + name, sentence: page.language.pick($0.detail),
          label: page.language(name == "reasonCode" ? FlagText.reasonCode : FlagStepPiece.label(transition)))
      })
  }

  private func refusal(_ refused: Procurement.Refusal, _ transition: FlagTransition) throws -> StepRefusal {
    let problem = Problem(refused)
    if problem.status == 404 { throw problem }
    switch refused {
    case .invalid(let errors): return refusal(errors, transition)
    case .preconditionFailed: return StepRefusal(status: 412, message: page.language(StepText.changed))
    default:
      let text = ProblemText.of(problem.code)
      return StepRefusal(status: problem.status, message: page.language.pick(text.detail))
    }
  }
}
