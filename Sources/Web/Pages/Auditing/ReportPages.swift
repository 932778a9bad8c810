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
      (language(ReportText.concentrationLink), "/reports/vendor-concentration"),
      (language(PriceText.link), "/reports/paid-prices"),
      (language(ReportText.budgetLink), "/reports/budget"),
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
      let (index, orders) = (item["hhi"]?.int64 ?? 0, item["orders"]?.int64 ?? 0)
      return [
        .pair(item["unitName"]?.text ?? "", category), .text(shown.number(item["orders"])),
        .text(shown.number(item["vendors"])), shown.amount(item["gross"]),
        .badge(
          "\(language.number(index)) – \(language(ReportText.verdict(index, orders: orders)))",
          orders < 5 ? .neutral : index >= 2500 ? .bad : index >= 1500 ? .warn : .good),
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
        filter, ShareBars(language: language, bars: items.prefix(10).map(bar)),
        ListTable(
          language: language, caption: title, columns: columns, rows: Array(rows),
          empty: EmptyState(title: language(ReportText.none), text: language(ReportText.noneAdvice))),
      ])
    return .page(title, content)
  }

  /// The share of the largest vendor, with what it is a share of.
  private func bar(_ item: JSONValue) -> ShareBars.Bar {
    let code = item["category"]?.text ?? ""
    let category = page.call.tenant?.rulebook.categories[code].map { language($0.name) } ?? code
    return ShareBars.Bar(
      label: "\(item["unitName"]?.text ?? "") – \(category)",
      thousandths: item["largest"]?["shareThousandths"]?.int64 ?? 0)
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
      shown.column(ReportText.office), shown.column(BudgetText.ceiling, isNumber: true),
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
  struct Bar: Sendable {
    let label: String
    let thousandths: Int64
  }

  private static let width = 320
  /// Letters of a label that have room.
  private static let longest = 42
  private static let step = 46

  let language: Language
  let bars: [Bar]

  func write(to h: Hypertext) {
    guard !bars.isEmpty else { return }
    h.figure(.class("figure")) {
      h.svg(width: Self.width, height: bars.count * Self.step, label: language(ReportText.chart)) {
        for (place, bar) in bars.enumerated() { draw(bar, top: place * Self.step, h) }
      }
      h.figcaption(language(ReportText.chart))
    }
  }

  /// The label stands above its bar, since names are long and screens narrow.
  private func draw(_ bar: Bar, top: Int, _ h: Hypertext) {
    let width = (Self.width - 90) * Int(bar.thousandths) / 1000
    let label =
      bar.label.count <= Self.longest ? bar.label : bar.label.prefix(Self.longest - 1) + "…"
    h.drawnText(label, x: 0, y: Double(top + 14))
    h.rect(
      x: 0, y: Double(top + 20), width: Double(max(width, 1)), height: 16, .class("bar"))
    h.drawnText(language.percent(thousandths: bar.thousandths), x: Double(width + 6), y: Double(top + 33))
  }
}
