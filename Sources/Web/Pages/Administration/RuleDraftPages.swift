import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// A change of the rules: drafted by one, tried on past orders, approved by another.
struct RuleDraftPages {
  private static let mostChanges = 40
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }
  private var shown: ShownValue { page.shown }

  func showNew() async throws -> PageReply { try await replyNew(refused: nil) }

  func create() async throws -> PageReply {
    try await (try await RuleDraftForm(page: page).actions()).carryOut("new") {
      try await replyNew(refused: $0)
    }
  }

  private func replyNew(refused: RefusedAction?) async throws -> PageReply {
    guard page.may("createRuleDraft") else {
      _ = try page.actor
      throw Problem.forbidden
    }
    let actions = try await RuleDraftForm(page: page).actions()
    let title = language(RuleText.newDraft)
    let content = Sheet(
      language: language,
      crumbs: [
        Breadcrumbs.Step(text: language(RuleText.title), url: "/rules"),
        Breadcrumbs.Step(text: language(RuleText.drafts), url: "/rules/drafts"),
      ], title: title, lead: language(RuleText.twoPeople), notices: actions.notices(refused),
      parts: actions.pieces(refused))
    return .page(title, content, status: refused?.status ?? 200)
  }

  func show() async throws -> PageReply { try await reply(refused: nil, simulation: nil) }

  func act() async throws -> PageReply {
    let draft = try await read()
    let actions = actions(draft)
    guard page.call.parameters["act"] == RuleDraftTransition.simulate.rawValue,
      let simulate = actions.actions.first(where: { $0.act == RuleDraftTransition.simulate.rawValue })
    else { return try await actions.carryOut { try await reply(refused: $0, simulation: nil) } }
    do throws(any Error) {
      let answer = try await page.carryOut(
        simulate.operation, simulate.parameters, simulate.form.body(page.form))
      return try await reply(refused: nil, simulation: try JSONValue(parsing: answer.body))
    } catch let refusal as Procurement.Refusal {
      let refused = try page.refused(refusal, simulate.form)
      return try await reply(
        refused: RefusedAction(
          act: simulate.act, status: refused.status, problems: refused.problems, message: refused.message),
        simulation: nil)
    }
  }

  private func read() async throws -> JSONValue {
    try await page.ask("readRuleDraft", ["id": try page.call.id().uuidString.lowercased()])
  }

  private func actions(_ draft: JSONValue) -> PageActions {
    let id = draft["id"]?.text ?? ""
    let allowed = (draft["allowedTransitions"]?.elements ?? []).compactMap {
      $0.text.flatMap(RuleDraftTransition.init)
    }
    let version = draft["version"]?.int
    let reason = ActionForm.Field(
      name: "reason", label: language(SanctionText.reason), kind: .lines, isRequired: false, maxLength: 2000)
    var actions: [PageAction] = []
    if allowed.contains(.simulate) {
      actions.append(
        PageAction(
          act: RuleDraftTransition.simulate.rawValue, operation: "simulateRuleDraft", parameters: ["id": id],
          title: language(RuleText.simulate), explanation: language(RuleText.simulateMeans),
          fields: [
            ActionForm.Field(
              name: "days", label: language(RuleText.days), kind: .number, isRequired: false, start: "90",
              maxLength: 3)
          ], weight: .quiet, version: version))
    }
    if allowed.contains(.approve) {
      actions.append(
        PageAction(
          act: RuleDraftTransition.approve.rawValue, operation: "approveRuleDraft", parameters: ["id": id],
          title: language(RuleText.approve), explanation: language(RuleText.approveMeans), fields: [reason],
          version: version))
    }
    if allowed.contains(.discard) {
      var why = reason
      if case .required = RuleDraftTransition.discard.rule.reason { why.isRequired = true }
      actions.append(
        PageAction(
          act: RuleDraftTransition.discard.rawValue, operation: "discardRuleDraft", parameters: ["id": id],
          title: language(RuleText.discard), fields: [why], weight: .bad, version: version, isFolded: true))
    }
    return PageActions(page: page, path: ["rules", "drafts", id], actions: actions)
  }

  private func reply(refused: RefusedAction?, simulation: JSONValue?) async throws -> PageReply {
    let draft = try await read()
    let actions = actions(draft)
    let state = draft["state"]?.text.flatMap(RuleDraftState.init) ?? .draft
    let facts = [
      shown.fact(RuleText.effectiveFrom, shown.day(draft["effectiveFrom"])),
      shown.fact(RuleText.author, draft["author"]?["name"]?.text),
      shown.fact(RuleText.approver, draft["approver"]?["name"]?.text),
      shown.fact(RuleText.note, draft["note"]?.text),
    ].compactMap { $0 }
    let title = language(RuleText.draftOf(draft["rulesVersion"]?.text ?? ""))
    let history = (draft["history"]?.elements ?? []).map { event in
      let role = event["role"]?.text.flatMap(Role.init).map { language($0) } ?? ""
      let by = language(OrderText.by(name: event["by"]?.text ?? "", role: role))
      return Timeline.Step(
        title: language(RuleText.done(event["transition"]?.text ?? "")),
        detail: event["reason"]?.text.map { "\(by)\n\($0)" } ?? by,
        moment: event["at"]?.instant.map { (RFC3339.text($0), shown.instant(event["at"])) })
    }
    let isOwn = draft["author"]?["id"]?.uuid == page.call.actor?.userID
    let content = Sheet(
      language: language,
      crumbs: [
        Breadcrumbs.Step(text: language(RuleText.title), url: "/rules"),
        Breadcrumbs.Step(text: language(RuleText.drafts), url: "/rules/drafts"),
      ], title: title, badge: Badge(language(RuleText.state(state)), tone: state.tone),
      notices: actions.notices(refused) + (isOwn && state == .draft ? [own] : []) + replacing(draft),
      parts: [changes(draft)] + RuleDraftOutcome(page: page).parts(simulation ?? draft["simulation"])
        + actions.part(refused),
      aside: [
        Section(language(SheetText.details), Facts(facts: facts)),
        Section(language(NeedText.history), Timeline(steps: history)),
      ])
    return .page(title, content, status: refused?.status ?? 200)
  }

  private var own: Notice {
    Notice(title: language(RuleText.otherPerson), text: language(RuleText.otherPersonText))
  }

  /// What was accepted for a later day goes with this change, which the approver has to know.
  private func replacing(_ draft: JSONValue) -> [Notice] {
    let versions = (draft["replaces"]?.elements ?? []).map { version in
      language(RuleText.versionFrom(version["version"]?.text ?? "", shown.day(version["effectiveFrom"])))
    }
    guard !versions.isEmpty else { return [] }
    return [
      Notice(
        title: language(RuleText.replaces(versions.joined(separator: ", "))),
        text: language(RuleText.replacesMeans), tone: .warn)
    ]
  }

  private func changes(_ draft: JSONValue) -> any Component {
    let caption = language(RuleText.whatChanges)
    let columns = [
      shown.column(RuleText.setting), shown.column(RuleText.before), shown.column(RuleText.after),
    ]
    let rows = (draft["changes"]?.elements ?? []).prefix(Self.mostChanges).map { change -> [Cell] in
      let key = change["key"]?.text ?? ""
      let meaning = [RuleWords.meaning(key, language), change["unit"]?.text].compactMap { $0 }
      return [
        .coded(nil, meaning.joined(separator: " – "), code: key),
        .text(RuleWords.shown(change["from"], of: key, language)),
        .text(RuleWords.shown(change["to"], of: key, language)),
      ]
    }
    return Section(caption, ListTable(language: language, caption: caption, columns: columns, rows: rows))
  }
}
