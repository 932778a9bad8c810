import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// Reports for officials: to how few vendors the money goes, and where the budget stands.
struct ReportPages {
  private static let mostRows = 40

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }
  private var shown: ShownValue { page.shown }

  func overview() async throws -> PageReply {
    guard try page.actor.isOfficial else { throw Problem.forbidden }
    let title = language(ReportText.title)
    let links: [(text: String, url: PageURL?)] = [
      (language(ReportText.concentration), "/reports/vendor-concentration"),
      (language(ReportText.budget), "/reports/budget"),
    ]
    return .page(title, Sheet(language: language, title: title, parts: [Points(points: links)]))
  }

  func concentration() async throws -> PageReply {
    let period = ["from", "to"].compactMap { name in
      page.asked(name).flatMap { $0.isEmpty ? nil : (name, $0) }
    }
    let report = try await page.ask("vendorConcentrationReport", query: period)
    let items = report["items"]?.elements ?? []
    let rows = items.prefix(Self.mostRows).map { item -> [Cell] in
      let code = item["category"]?.text ?? ""
      let category = page.call.tenant?.rulebook.categories[code].map { language($0.name) } ?? code
      let share = item["largest"]?["shareThousandths"]?.int64 ?? 0
      let index = item["hhi"]?.int64 ?? 0
      return [
        .pair(item["unitName"]?.text ?? "", category), .text(shown.number(item["orders"])),
        .text(shown.number(item["vendors"])), shown.amount(item["gross"]),
        .badge(
          "\(language.number(index)) – \(language(ReportText.verdict(index)))",
          index >= 2500 ? .bad : index >= 1500 ? .warn : .good),
        .link(
          PageURL(path: ["vendors", item["largest"]?["vendorId"]?.text ?? ""]),
          item["largest"]?["vendorName"]?.text ?? "", below: language.percent(thousandths: share)),
      ]
    }
    let columns = [
      shown.column(ReportText.unit), shown.column(ReportText.orders, isNumber: true),
      shown.column(ReportText.vendors, isNumber: true), shown.column(ReportText.gross, isNumber: true),
      shown.column(ReportText.index), shown.column(ReportText.largest),
    ]
    let title = language(ReportText.concentration)
    let filter = PeriodFilter(
      language: language, url: "/reports/vendor-concentration", from: report["from"]?.text ?? "",
      to: report["to"]?.text ?? "")
    let content = Sheet(
      language: language, crumbs: [Breadcrumbs.Step(text: language(ReportText.title), url: "/reports")],
      title: title, lead: language(ReportText.concentrationLead),
      parts: [
        filter, ShareBars(language: language, items: Array(items.prefix(10))),
        ListTable(
          language: language, caption: title, columns: columns, rows: Array(rows),
          empty: EmptyState(title: language(ReportText.none), text: language(ReportText.noneAdvice))),
      ])
    return .page(title, content)
  }

  func budget() async throws -> PageReply {
    let running = try page.caller.today.year
    let year =
      page.asked("year").flatMap { Int($0) }.flatMap { (2000...2999).contains($0) ? $0 : nil } ?? running
    let report = try await page.ask("budgetReport", query: [("to", "\(year)-06-30")])
    let rows = (report["items"]?.elements ?? []).prefix(Self.mostRows).map { item -> [Cell] in
      [
        .pair(item["unitName"]?.text ?? "", item["unitCode"]?.text ?? ""), shown.amount(item["ceiling"]),
        shown.amount(item["reserved"]), shown.amount(item["committed"]), shown.amount(item["realised"]),
        shown.amount(item["available"]),
      ]
    }
    let columns = [
      shown.column(ReportText.unit), shown.column(BudgetText.ceiling, isNumber: true),
      shown.column(BudgetText.reserved, isNumber: true), shown.column(BudgetText.committed, isNumber: true),
      shown.column(BudgetText.realised, isNumber: true), shown.column(BudgetText.available, isNumber: true),
    ]
    let title = language(ReportText.budget)
    let content = Sheet(
      language: language, crumbs: [Breadcrumbs.Step(text: language(ReportText.title), url: "/reports")],
      title: title,
      parts: [
        ListFilter(
          language: language, url: "/reports/budget",
          fields: [ListFilter.Field(name: "year", label: language(PackageText.year), value: String(year))]),
        ListTable(
          language: language, caption: language(BudgetText.ofYear(String(year))), columns: columns,
          rows: Array(rows),
          empty: EmptyState(title: language(BudgetText.none), text: language(BudgetText.noneAdvice))),
      ])
    return .page(title, content)
  }
}

/// The first and the last day of a report.
struct PeriodFilter: Component {
  let language: Language
  let url: PageURL
  let from: String
  let to: String

  func write(to h: Hypertext) {
    h.form(.get, to: url, .class("filters")) {
      for (name, label, value) in [("from", ReportText.from, from), ("to", ReportText.to, to)] {
        h.div(.class("field")) {
          h.label(for: name, language(label))
          h.input(.date, .id(name), .name(name), .value(value))
        }
      }
      h.button(.submit, language(FormText.filter), .data(.tone, "quiet"))
    }
  }
}

/// The share of the largest vendor in each row as a bar; the table below has the numbers.
struct ShareBars: Component {
  private static let (height, gap, label) = (18, 8, 230)

  let language: Language
  let items: [JSONValue]

  func write(to h: Hypertext) {
    guard !items.isEmpty else { return }
    let step = Self.height + Self.gap
    h.figure(.class("figure")) {
      h.svg(width: 640, height: items.count * step, label: language(ReportText.chart)) {
        for (place, item) in items.enumerated() { bar(item, top: place * step, h) }
      }
      h.figcaption(language(ReportText.chart))
    }
  }

  private func bar(_ item: JSONValue, top: Int, _ h: Hypertext) {
    let share = item["largest"]?["shareThousandths"]?.int64 ?? 0
    let width = 340 * Int(share) / 1000
    let name = String((item["unitName"]?.text ?? "").prefix(34))
    h.drawnText(name, x: 0, y: Double(top + Self.height - 5))
    h.rect(
      x: Double(Self.label), y: Double(top), width: Double(max(width, 1)), height: Double(Self.height),
      .class("bar"))
    h.drawnText(
      language.percent(thousandths: share), x: Double(Self.label + width + 6),
      y: Double(top + Self.height - 5))
  }
}
