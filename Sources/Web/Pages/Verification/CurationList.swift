import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The products that wait to be listed; several whose prices are plain are listed at once.
struct CurationList {
  private static let prefix = "product."

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }
  private var shown: ShownValue { page.shown }

  func show() async throws -> PageReply { try await reply(results: nil) }

  /// Lists each product that is ticked.
  func listTicked() async throws -> PageReply {
    try checkRole()
    let together = Together(page: page)
    let results = try await together.take(
      "\(ProductTransition.list)Product", together.chosen(Self.prefix), name: { $0["name"]?.text })
    return try await reply(results: results)
  }

  func checkRole() throws {
    guard try page.actor.roles.contains(.verifier) else { throw Problem.forbidden }
  }

  func category(_ item: JSONValue) -> String {
    let code = item["category"]?.text ?? ""
    return page.call.tenant?.rulebook.categories[code].map { language($0.name) } ?? code
  }

  private func reply(results: [Together.Result]?) async throws -> PageReply {
    try checkRole()
    let state = page.asked("state").flatMap(ProductState.init) ?? .inCuration
    let (items, pages) = try await page.list(
      "listProducts", at: ["curation"], filters: ["q"], fixed: [("state", state.rawValue)])
    let table = table(items, pages, isTicked: state == .inCuration)
    let title = language(VerificationText.curation)
    var parts: [any Component] = results.map { [outcome($0)] } ?? []
    parts.append(filter(state))
    parts.append(
      state == .inCuration && !items.isEmpty ? CurationTicks(form: page.newForm(), table: table) : table)
    return .page(title, Sheet(language: language, title: title, parts: parts))
  }

  private func table(_ items: [JSONValue], _ pages: Pagination, isTicked: Bool) -> ListTable {
    let rows = items.map { item -> [Cell] in
      let state = item["state"]?.text.flatMap(ProductState.init) ?? .inCuration
      let (id, name) = (item["id"]?.text ?? "", item["name"]?.text ?? "")
      let tick = Tick(
        name: "\(Self.prefix)\(id)", label: language(VerificationText.tickOf(name)),
        version: ("version.\(id)", item["version"]?.int ?? 0))
      return [
        .link(PageURL(path: ["curation", id]), name, below: item["vendorName"]?.text),
        .text(category(item)), shown.amount(item["price"]), .badge(language(state), state.tone),
      ] + (isTicked ? [.part(tick)] : [])
    }
    let columns =
      [
        shown.column(VerificationText.product), shown.column(VerificationText.category),
        shown.column(VerificationText.price, isNumber: true), shown.column(VerificationText.state),
      ] + (isTicked ? [shown.column(TogetherText.tick)] : [])
    return ListTable(
      language: language, caption: language(VerificationText.curation), columns: columns, rows: rows,
      empty: EmptyState(
        title: language(VerificationText.noProduct), text: language(VerificationText.noProductAdvice)),
      pages: pages, isTitled: true)
  }

  private func filter(_ state: ProductState) -> ListFilter {
    ListFilter(
      language: language, url: "/curation",
      fields: [
        ListFilter.Field(name: "q", label: language(VerificationText.product), value: page.asked("q") ?? ""),
        ListFilter.Field(
          name: "state", label: language(VerificationText.state), value: state.rawValue,
          choices: ProductState.allCases.map { Choice(value: $0.rawValue, text: language($0)) },
          any: language(ProductState.inCuration)),
      ])
  }

  private func outcome(_ results: [Together.Result]) -> TogetherOutcome {
    TogetherOutcome(
      language: language, results: results, url: { PageURL(path: ["curation", $0]) },
      thing: VerificationText.product, done: VerificationText.listedTogether,
      notDone: VerificationText.notListedTogether)
  }
}

/// The table as a form that lists what is ticked.
struct CurationTicks: Component {
  let form: FormState
  let table: ListTable

  func write(to h: Hypertext) {
    h.form(.post, to: PageURL(path: ["curation", "list"])) {
      h.put(HiddenFields(form: form))
      h.put(table)
      h.div(.class("actions")) { h.button(.submit, form.language(VerificationText.listTicked)) }
      h.p(form.language(VerificationText.listTickedMeans), .class("quiet"))
    }
  }
}
