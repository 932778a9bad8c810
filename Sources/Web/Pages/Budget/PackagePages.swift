import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The packages of the plan, and who is responsible for each.
struct PackagePages {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }
  private var shown: ShownValue { page.shown }

  func list() async throws -> PageReply {
    let running = try page.caller.today.year
    let asked = page.asked("year").flatMap { $0.isEmpty ? nil : $0 }
    let year = asked ?? String(running)
    let (items, pages) = try await page.list(
      "listPackages", at: ["packages"], filters: ["q", "year"],
      fixed: asked == nil ? [("year", year)] : [])
    let columns = [
      shown.column(PackageText.package), shown.column(PackageText.ceiling, isNumber: true),
      shown.column(PackageText.estimate, isNumber: true), shown.column(PackageText.officer),
    ]
    let names = try await officers()
    let rows = items.map { item -> [Cell] in
      let officer = item["commitmentOfficerId"]?.text
      return [
        .link(
          PageURL(path: ["packages", item["id"]?.text ?? ""]), item["name"]?.text ?? "",
          below: item["rupCode"]?.text),
        shown.amount(item["ceiling"]), shown.amount(item["ownEstimate"]),
        officer.map { id in .text(names[id] ?? language(PackageText.assigned)) }
          ?? .badge(language(PackageText.unassigned), .warn),
      ]
    }
    let caption = language(PackageText.ofYear(year))
    return .page(
      language(PackageText.title),
      Sheet(
        language: language, title: language(PackageText.title), lead: language(PackageText.lead),
        parts: [
          ListFilter(
            language: language, url: "/packages",
            fields: [
              ListFilter.Field(
                name: "q", label: language(PackageText.words), value: page.asked("q") ?? ""),
              ListFilter.Field(name: "year", label: language(PackageText.year), value: year),
            ]),
          ListTable(
            language: language, caption: caption, columns: columns, rows: rows,
            empty: EmptyState(title: language(PackageText.none), text: language(PackageText.noneAdvice)),
            pages: pages),
        ]))
  }

  func show() async throws -> PageReply { try await reply(refused: nil) }

  func act() async throws -> PageReply {
    let package = try await read()
    return try await (try await actions(package)).carryOut { try await reply(refused: $0) }
  }

  private func read() async throws -> JSONValue {
    try await page.ask("readPackage", ["id": try page.call.id().uuidString.lowercased()])
  }

  /// The names of the commitment officers.
  private func officers() async throws -> [String: String] {
    let people = try await page.everything(
      of: "listOfficials", query: [("role", Role.commitmentOfficer.rawValue)])
    return people.reduce(into: [:]) { names, person in
      names[person["id"]?.text ?? ""] = person["name"]?.text
    }
  }

  private func actions(_ package: JSONValue) async throws -> PageActions {
    let id = package["id"]?.text ?? ""
    var actions: [PageAction] = []
    if page.may("assignPackage") {
      let current = package["commitmentOfficerId"]?.text
      actions.append(
        PageAction(
          act: "assign", operation: "assignPackage", parameters: ["id": id],
          title: language(current == nil ? PackageText.assign : PackageText.reassign),
          explanation: language(PackageText.assignMeans),
          fields: [
            ActionForm.Field(
              name: "commitmentOfficerId", label: language(PackageText.officer),
              kind: try await page.officials(
                "assign.commitmentOfficerId", role: Role.commitmentOfficer.rawValue, current: current),
              start: current ?? "")
          ], isFolded: current != nil))
    }
    return PageActions(page: page, path: ["packages", id], actions: actions)
  }

  private func reply(refused: RefusedAction?) async throws -> PageReply {
    let package = try await read()
    let actions = try await actions(package)
    let id = package["id"]?.text ?? ""
    let check = package["catalogueCheck"]?["result"]?.text.flatMap(CatalogueCheck.Result.init)
    let officer = package["commitmentOfficerId"]?.text
    let name = officer == nil ? nil : try await officers()[officer ?? ""]
    let facts = [
      shown.fact(PackageText.code, package["rupCode"]?.text),
      shown.fact(PackageText.year, package["year"]?.int.map { String($0) }),
      shown.fact(PackageText.ceiling, shown.money(package["ceiling"])),
      shown.fact(PackageText.estimate, shown.money(package["ownEstimate"])),
      shown.fact(PackageText.announced, shown.day(package["announcedOn"])),
      shown.fact(PackageText.method, package["method"]?.text.map { language(PackageText.method($0)) }),
      shown.fact(PackageText.catalogue, check.map { language(NeedText.result($0)) }),
      shown.fact(PackageText.evidence, package["catalogueCheck"]?["evidence"]?.text),
      shown.fact(PackageText.officer, officer == nil ? language(PackageText.unassigned) : name),
    ].compactMap { $0 }
    var links: [LinkRow.Link] = []
    if page.call.actor?.roles.contains(.procurementOfficer) == true {
      links.append(
        LinkRow.Link(
          url: PageURL(path: ["orders", "new"], query: [("package", id)]), text: language(DeskText.newOrder)))
    }
    let content = Sheet(
      language: language,
      crumbs: [Breadcrumbs.Step(text: language(PackageText.title), url: "/packages")],
      title: package["name"]?.text ?? "", notices: actions.notices(refused),
      parts: [LinkRow(links: links)] + actions.part(refused) + [try await lines(package)],
      aside: [Section(language(SheetText.details), Facts(facts: facts))])
    return .page(package["name"]?.text ?? "", content, status: refused?.status ?? 200)
  }

  /// The budget lines from which the package is paid.
  private func lines(_ package: JSONValue) async throws -> any Component {
    var rows: [[Cell]] = []
    for id in (package["budgetLineIds"]?.elements ?? []).compactMap(\.text).prefix(PageCall.pageSize) {
      let line = try await page.ask("readBudgetLine", ["id": id])
      rows.append([
        .link(PageURL(path: ["budget-lines", id]), line["name"]?.text ?? "", below: line["account"]?.text),
        shown.amount(line["ceiling"]), shown.amount(line["available"]),
      ])
    }
    let caption = language(BudgetText.title)
    let columns = [
      shown.column(BudgetText.line), shown.column(BudgetText.ceiling, isNumber: true),
      shown.column(BudgetText.available, isNumber: true),
    ]
    return Section(caption, ListTable(language: language, caption: caption, columns: columns, rows: rows))
  }
}
