import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// The form of a change of the rules: of the province, or of one unit, which may only be stricter.
struct RuleDraftForm {
  let page: PageCall

  private var language: Language { page.language }

  func actions() async throws -> PageActions {
    let action = PageAction(
      act: "new", operation: "createRuleDraft", title: language(RuleText.saveDraft),
      explanation: language(RuleText.saveDraftMeans), fields: try await fields(), body: { Self.body($0) },
      then: { answer in
        answer["id"]?.text.map {
          PageURL(path: ["rules", "drafts", $0], query: [(PageCall.doneParameter, "new")])
        }
      })
    return PageActions(page: page, path: ["rules", "drafts"], actions: [action])
  }

  private func fields() async throws -> [ActionForm.Field] {
    let keys = RuleKey.ofUnits.map { key in
      Choice(value: key.name, text: RuleWords.meaning(key.name, language))
    }
    return [
      ActionForm.Field(
        name: "version", label: language(RuleText.versionName), hint: language(RuleText.versionHint),
        maxLength: 40),
      ActionForm.Field(name: "effectiveFrom", label: language(RuleText.effectiveFrom), kind: .day),
      ActionForm.Field(
        name: "settings", label: language(RuleText.settings), hint: language(RuleText.settingsHint),
        kind: .lines, isRequired: false, start: try await start(), maxLength: 5000),
      ActionForm.Field(
        name: "unit", label: language(RuleText.unit), hint: language(RuleText.unitHint),
        kind: try await units(),
        isRequired: false),
      ActionForm.Field(
        name: "units", label: language(RuleText.unitKey), kind: .choice(keys), isRequired: false),
      ActionForm.Field(
        name: "unitValue", label: language(RuleText.unitValue), hint: language(RuleText.unitValueHint),
        isRequired: false),
      ActionForm.Field(
        name: "note", label: language(RuleText.note), kind: .lines, isRequired: false, maxLength: 2000),
    ]
  }

  /// Units by their codes, by which the rules know them.
  private func units() async throws -> ActionForm.Field.Kind {
    try await page.selection("new.unit", of: "listUnits") { unit in
      let code = unit["code"]?.text ?? ""
      return Choice(value: code, text: "\(unit["name"]?.text ?? "") · \(code)")
    }
  }

  /// The setting that was chosen on the page of rules.
  private func start() async throws -> String {
    guard let key = page.asked("key"), page.form.texts.isEmpty else { return "" }
    let settings = try await page.ask("readRules")["settings"]?.elements ?? []
    guard let setting = settings.first(where: { $0["key"]?.text == key }) else { return "" }
    return "\(key): \(String(decoding: (setting["value"] ?? .null).encoded, as: UTF8.self))"
  }

  /// The lines become members; the rule of a unit stands under the unit's code.
  private static func body(_ typed: JSONValue) -> JSONValue {
    var members = (typed.members ?? []).filter {
      !["settings", "unit", "units", "unitValue"].contains($0.name)
    }
    if let settings = typed["settings"]?.text {
      members.append(JSONMember(name: "settings", value: .object(RuleWords.settings(settings))))
    }
    if let unit = typed["unit"]?.text {
      let setting = "\(typed["units"]?.text ?? ""): \(typed["unitValue"]?.text ?? "null")"
      let change = JSONMember(name: unit, value: .object(RuleWords.settings(setting)))
      members.append(JSONMember(name: "units", value: .object([change])))
    }
    return .object(members)
  }
}
