import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// Budget lines with what is reserved, promised and spent, and the red list of cuts that could not be taken.
struct BudgetPages {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }
  private var shown: ShownValue { page.shown }

  func list() async throws -> PageReply {
    let running = try page.caller.today.year
    let asked = page.asked("year").flatMap { $0.isEmpty ? nil : $0 }
    let year = asked ?? String(running)
    let (items, pages) = try await page.list(
      "listBudgetLines", at: ["budget-lines"], filters: ["year"],
      fixed: asked == nil ? [("year", year)] : [])
    let rows = items.map { item -> [Cell] in
      [
        .link(
          PageURL(path: ["budget-lines", item["id"]?.text ?? ""]), item["name"]?.text ?? "",
          below: "\(item["account"]?.text ?? "") · \(item["code"]?.text ?? "")"),
        shown.amount(item["ceiling"]), shown.amount(item["reserved"]), shown.amount(item["committed"]),
        shown.amount(item["realised"]), shown.amount(item["available"]),
      ]
    }
    let columns = [
      shown.column(BudgetText.line), shown.column(BudgetText.ceiling, isNumber: true),
      shown.column(BudgetText.reserved, isNumber: true), shown.column(BudgetText.committed, isNumber: true),
      shown.column(BudgetText.realised, isNumber: true), shown.column(BudgetText.available, isNumber: true),
    ]
    let caption = language(BudgetText.ofYear(year))
    return .page(
      language(BudgetText.title),
      Sheet(
        language: language, title: language(BudgetText.title), lead: language(BudgetText.lead),
        parts: try await redList() + [
          ListFilter(
            language: language, url: "/budget-lines",
            fields: [ListFilter.Field(name: "year", label: language(PackageText.year), value: year)]),
          ListTable(
            language: language, caption: caption, columns: columns, rows: rows,
            empty: EmptyState(title: language(BudgetText.none), text: language(BudgetText.noneAdvice)),
            pages: pages),
        ]))
  }

  /// Cuts that were refused and that no later file has settled.
  private func redList() async throws -> [any Component] {
    let red = try await page.ask(
      "listRedLines", query: [("open", "true"), ("limit", "\(PageCall.pageSize)")])
    let items = red["items"]?.elements ?? []
    guard !items.isEmpty else { return [] }
    let rows = items.map { item -> [Cell] in
      [
        .link(
          PageURL(path: ["budget-lines", item["budgetLineId"]?.text ?? ""]), item["name"]?.text ?? "",
          below: item["code"]?.text),
        shown.amount(item["asked"]), shown.amount(item["usedNow"]), shown.amount(item["missing"]),
        .text(shown.instant(item["at"])),
      ]
    }
    let columns = [
      shown.column(BudgetText.line), shown.column(BudgetText.asked, isNumber: true),
      shown.column(BudgetText.used, isNumber: true), shown.column(BudgetText.missing, isNumber: true),
      shown.column(BudgetText.refusedAt),
    ]
    let title = language(BudgetText.redList)
    return [
      Section(
        title, Paragraph(language(BudgetText.redListMeans)),
        ListTable(language: language, caption: title, columns: columns, rows: rows))
    ]
  }

  func show() async throws -> PageReply {
    let id = try page.call.id().uuidString.lowercased()
    let line = try await page.ask("readBudgetLine", ["id": id])
    let versions = try await page.ask("listBudgetLineVersions", ["id": id])
    let amounts: [(Words, String)] = [
      (BudgetText.ceiling, "ceiling"), (BudgetText.reserved, "reserved"), (BudgetText.committed, "committed"),
      (BudgetText.realised, "realised"),
    ]
    let totals = Totals(
      language: language,
      lines: amounts.map { Totals.Line(name: language($0.0), amount: Rupiah(line[$0.1]?.int64 ?? 0)) } + [
        Totals.Line(
          name: language(BudgetText.available), amount: Rupiah(line["available"]?.int64 ?? 0), isSum: true)
      ])
    let facts = [
      shown.fact(BudgetText.code, line["code"]?.text), shown.fact(BudgetText.account, line["account"]?.text),
      shown.fact(BudgetText.activity, line["activityCode"]?.text),
      shown.fact(PackageText.year, line["year"]?.int.map { String($0) }),
    ].compactMap { $0 }
    let rows = (versions["items"]?.elements ?? []).map { version -> [Cell] in
      [
        .text(version["version"]?.text.map { language(BudgetText.version($0)) } ?? ""),
        shown.amount(version["before"]), shown.amount(version["ceiling"]),
        .text(shown.instant(version["at"])),
      ]
    }
    let columns = [
      shown.column(BudgetText.versionName), shown.column(BudgetText.before, isNumber: true),
      shown.column(BudgetText.ceiling, isNumber: true), shown.column(BudgetText.takenAt),
    ]
    let caption = language(BudgetText.versions)
    let content = Sheet(
      language: language,
      crumbs: [Breadcrumbs.Step(text: language(BudgetText.title), url: "/budget-lines")],
      title: line["name"]?.text ?? "",
      parts: [
        Section(language(BudgetText.spending), totals),
        Section(caption, ListTable(language: language, caption: caption, columns: columns, rows: rows)),
      ], aside: [Section(language(SheetText.details), Facts(facts: facts))])
    return .page(line["name"]?.text ?? "", content)
  }
}
