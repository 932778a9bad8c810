import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// Proposed sanctions of vendors, and the decision about each.
struct SanctionPages {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }
  private var shown: ShownValue { page.shown }

  func list() async throws -> PageReply {
    let (items, pages) = try await page.list("listSanctionCases", at: ["sanction-cases"], filters: ["state"])
    let rows = items.map { item -> [Cell] in
      [
        .link(
          PageURL(path: ["sanction-cases", item["id"]?.text ?? ""]), item["vendorName"]?.text ?? "",
          below: item["reason"]?.text.map { String($0.prefix(80)) }),
        .text(proposal(item)), badge(item), .text(shown.instant(item["createdAt"])),
      ]
    }
    let columns = [
      shown.column(SanctionText.vendor), shown.column(SanctionText.proposal),
      shown.column(SanctionText.state),
      shown.column(SanctionText.opened),
    ]
    let states = SanctionCase.State.allCases.map {
      Choice(value: $0.rawValue, text: language(SanctionText.state($0)))
    }
    let title = language(SanctionText.title)
    return .page(
      title,
      Sheet(
        language: language, title: title, lead: language(SanctionText.lead),
        parts: [
          ListFilter(
            language: language, url: "/sanction-cases",
            fields: [
              ListFilter.Field(
                name: "state", label: language(SanctionText.state), value: page.asked("state") ?? "",
                choices: states, any: language(SanctionText.anyState))
            ]),
          ListTable(
            language: language, caption: title, columns: columns, rows: rows,
            empty: EmptyState(title: language(SanctionText.none), text: language(SanctionText.noneAdvice)),
            pages: pages),
        ]))
  }

  func show() async throws -> PageReply { try await reply(refused: nil) }

  func act() async throws -> PageReply {
    try await actions(try await read()).carryOut { try await reply(refused: $0) }
  }

  private func read() async throws -> JSONValue {
    try await page.ask("readSanctionCase", ["id": try page.call.id().uuidString.lowercased()])
  }

  private func actions(_ item: JSONValue) -> PageActions {
    let id = item["id"]?.text ?? ""
    let isOpen = item["state"]?.text == SanctionCase.State.open.rawValue
    let isBlacklist = item["proposal"]?.text == SanctionCase.Proposal.blacklist.rawValue
    let decides: Role = isBlacklist ? .budgetOwner : .verifier
    guard isOpen, page.call.actor?.roles.contains(decides) == true else {
      return PageActions(page: page, path: ["sanction-cases", id], actions: [])
    }
    let version = item["version"]?.int
    let reason = ActionForm.Field(
      name: "reason", label: language(SanctionText.reason), kind: .lines, isRequired: false, maxLength: 2000)
    let decree = [
      ActionForm.Field(name: "decree", label: language(SanctionText.decree)),
      ActionForm.Field(name: "until", label: language(SanctionText.until), kind: .day),
    ]
    var dismissal = reason
    dismissal.isRequired = true
    return PageActions(
      page: page, path: ["sanction-cases", id],
      actions: [
        PageAction(
          act: "grant", operation: "grantSanctionCase", parameters: ["id": id],
          title: language(SanctionText.grant), explanation: language(SanctionText.grantMeans),
          fields: (isBlacklist ? decree : []) + [reason], weight: .bad, version: version),
        PageAction(
          act: "dismiss", operation: "dismissSanctionCase", parameters: ["id": id],
          title: language(SanctionText.dismiss), fields: [dismissal], weight: .quiet, version: version,
          isFolded: true),
      ])
  }

  private func reply(refused: RefusedAction?) async throws -> PageReply {
    let item = try await read()
    let actions = actions(item)
    let facts = [
      shown.fact(SanctionText.proposal, proposal(item)),
      shown.fact(SanctionText.reason, item["reason"]?.text),
      shown.fact(SanctionText.opened, shown.instant(item["createdAt"])),
      shown.fact(SanctionText.answer, item["answer"]?.text),
    ].compactMap { $0 }
    let title = "\(language(SanctionText.title)): \(item["vendorName"]?.text ?? "")"
    let links: [(text: String, url: PageURL?)] = [
      (language(SanctionText.order), PageURL(path: ["orders", item["orderId"]?.text ?? ""])),
      (item["vendorName"]?.text ?? "", PageURL(path: ["vendors", item["vendorId"]?.text ?? ""])),
    ]
    let content = Sheet(
      language: language,
      crumbs: [Breadcrumbs.Step(text: language(SanctionText.title), url: "/sanction-cases")], title: title,
      badge: item["state"]?.text.flatMap(SanctionCase.State.init).map {
        Badge(language(SanctionText.state($0)), tone: $0.tone)
      }, notices: actions.notices(refused), parts: actions.part(refused),
      aside: [Section(language(SheetText.details), Facts(facts: facts), Points(points: links))])
    return .page(title, content, status: refused?.status ?? 200)
  }

  private func proposal(_ item: JSONValue) -> String {
    item["proposal"]?.text.flatMap(SanctionCase.Proposal.init).map { language(SanctionText.proposal($0)) }
      ?? ""
  }

  private func badge(_ item: JSONValue) -> Cell {
    let state = item["state"]?.text.flatMap(SanctionCase.State.init) ?? .open
    return .badge(language(SanctionText.state(state)), state.tone)
  }
}

extension SanctionCase.State {
  var tone: Tone {
    switch self {
    case .open: .warn
    case .granted: .bad
    case .dismissed: .neutral
    }
  }
}
