import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The rules in force, group by group: value, where it comes from, how far it may go, and the law.
struct RulePages {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }
  private var shown: ShownValue { page.shown }

  func rules() async throws -> PageReply {
    let rules = try await page.ask("readRules")
    let settings = rules["settings"]?.elements ?? []
    let asked = page.asked("group").flatMap(RuleGroup.init) ?? .orders
    let drafts = try await page.ask("listRuleDrafts", query: [("state", RuleDraftState.draft.rawValue)])
    let title = language(RuleText.title)
    var links = [LinkRow.Link(url: "/rules/drafts", text: language(RuleText.drafts))]
    if page.may("createRuleDraft") {
      links.insert(
        LinkRow.Link(url: "/rules/drafts/new", text: language(RuleText.newDraft), weight: .main), at: 0)
    }
    let content = Sheet(
      language: language, title: title,
      lead: language(
        RuleText.inForce(rules["version"]?.text ?? "", since: shown.day(rules["effectiveFrom"]))),
      notices: waiting(drafts["items"]?.elements ?? []),
      parts: [
        LinkRow(links: links),
        ListFilter(
          language: language, url: "/rules",
          fields: [
            ListFilter.Field(
              name: "group", label: language(RuleText.group), value: asked.rawValue,
              choices: RuleGroup.allCases.dropFirst().map {
                Choice(value: $0.rawValue, text: language($0.name))
              },
              any: language(RuleGroup.orders.name))
          ]),
        table(asked.settings(settings), language(asked.name)),
      ], aside: [versions(rules["versions"]?.elements ?? [])])
    return .page(title, content)
  }

  private func waiting(_ drafts: [JSONValue]) -> [Notice] {
    guard !drafts.isEmpty else { return [] }
    return [
      Notice(
        title: language(RuleText.draftsWait), text: language(RuleText.draftsWaitText(drafts.count)),
        tone: .warn)
    ]
  }

  private func table(_ settings: [JSONValue], _ caption: String) -> any Component {
    let mayPropose = page.may("createRuleDraft")
    let columns = [
      shown.column(RuleText.setting), shown.column(RuleText.value), shown.column(RuleText.layer),
      shown.column(RuleText.bounds), shown.column(RuleText.law),
    ]
    let rows = settings.map { setting -> [Cell] in
      let key = setting["key"]?.text ?? ""
      let direction = setting["direction"]?.text ?? ""
      let isFree = mayPropose && !["locked", "fixed"].contains(direction)
      let propose = PageURL(path: ["rules", "drafts", "new"], query: [("key", key)])
      return [
        .coded(isFree ? propose : nil, RuleWords.meaning(key, language), code: key),
        .text(RuleWords.shown(setting["value"], of: key, language)),
        .badge(language(RuleText.layer(setting["layer"]?.text ?? "")), .neutral),
        .pair(
          language(RuleText.direction(direction)),
          setting["national"]?["value"].map { RuleWords.shown($0, of: key, language) } ?? ""),
        .text(RuleWords.legal(setting, language)),
      ]
    }
    return ListTable(language: language, caption: caption, columns: columns, rows: rows)
  }

  private func versions(_ versions: [JSONValue]) -> any Component {
    let facts = versions.prefix(8).map { version in
      Facts.Fact(
        name: (version["version"]?.text ?? "")
          + (version["inForce"]?.bool == true ? " – \(language(RuleText.nowInForce))" : ""),
        value: version["replacedBy"]?.text.map { language(RuleText.replacedBy($0)) }
          ?? language(RuleText.since(shown.day(version["effectiveFrom"]))))
    }
    return Section(language(RuleText.versions), Facts(facts: Array(facts)))
  }

  func drafts() async throws -> PageReply {
    let (items, pages) = try await page.list("listRuleDrafts", at: ["rules", "drafts"], filters: ["state"])
    let rows = items.map { item -> [Cell] in
      let state = item["state"]?.text.flatMap(RuleDraftState.init) ?? .draft
      return [
        .link(
          PageURL(path: ["rules", "drafts", item["id"]?.text ?? ""]), item["rulesVersion"]?.text ?? "",
          below: language(RuleText.changes(item["changes"]?.elements?.count ?? 0))),
        .text(item["author"]?["name"]?.text ?? ""), .text(shown.day(item["effectiveFrom"])),
        .badge(language(RuleText.state(state)), state.tone),
      ]
    }
    let columns = [
      shown.column(RuleText.draft), shown.column(RuleText.author), shown.column(RuleText.effectiveFrom),
      shown.column(SanctionText.state),
    ]
    let states = RuleDraftState.allCases.map {
      Choice(value: $0.rawValue, text: language(RuleText.state($0)))
    }
    let title = language(RuleText.drafts)
    let links =
      page.may("createRuleDraft")
      ? [LinkRow.Link(url: "/rules/drafts/new", text: language(RuleText.newDraft), weight: .main)] : []
    return .page(
      title,
      Sheet(
        language: language, crumbs: [Breadcrumbs.Step(text: language(RuleText.title), url: "/rules")],
        title: title, lead: language(RuleText.twoPeople),
        parts: [
          LinkRow(links: links),
          ListFilter(
            language: language, url: "/rules/drafts",
            fields: [
              ListFilter.Field(
                name: "state", label: language(SanctionText.state), value: page.asked("state") ?? "",
                choices: states, any: language(SanctionText.anyState))
            ]),
          ListTable(
            language: language, caption: title, columns: columns, rows: rows,
            empty: EmptyState(title: language(RuleText.noDrafts), text: language(RuleText.noDraftsAdvice)),
            pages: pages),
        ]))
  }
}

extension RuleDraftState {
  var tone: Tone {
    switch self {
    case .draft: .warn
    case .approved: .info
    case .published: .good
    case .discarded: .neutral
    }
  }
}
