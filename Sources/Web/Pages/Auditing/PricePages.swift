import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// What was paid for the same thing: by whom, to whom, when, and against the standard price.
struct PricePages {
  private static let mostRows = 25
  private static let mostBars = 8
  static let path = ["reports", "paid-prices"]

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }
  private var shown: ShownValue { page.shown }

  func show() async throws -> PageReply {
    let report = try await page.ask("paidPriceReport", query: query)
    let item = query.contains { $0.0 == "subject" } ? report["items"]?.elements?.first : nil
    return item.map { thing($0, report) } ?? overview(report)
  }

  /// The same numbers as a file.
  func file() async throws -> PageReply {
    try await page.download("paidPriceReport", [:], query: query + [("format", "csv")])
  }

  private var query: [(String, String)] {
    ["from", "to", "category", "subject"].compactMap { name in
      page.asked(name).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : (name, $0) }
    }
  }

  private func overview(_ report: JSONValue) -> PageReply {
    let items = report["items"]?.elements ?? []
    let (title, category) = (language(PriceText.title), page.asked("category") ?? "")
    let filter = ListFilter(
      language: language, url: PageURL(path: Self.path),
      fields: [
        ListFilter.Field(
          name: "category", label: language(PriceText.category), value: category,
          choices: OrderingShelf(page: page).categories, any: language(PriceText.anyCategory)),
        day("from", ReportText.from, report), day("to", ReportText.to, report),
      ])
    let columns = [
      shown.column(PriceText.thing), shown.column(PriceText.purchases, isNumber: true),
      shown.column(PriceText.range), shown.column(PriceText.median, isNumber: true),
      shown.column(PriceText.standard, isNumber: true), shown.column(PriceText.above, isNumber: true),
    ]
    let content = Sheet(
      language: language, crumbs: [reports], title: title, lead: language(PriceText.lead),
      parts: [
        filter, PriceRanges(language: language, ranges: items.prefix(Self.mostBars).compactMap(range)),
        ListTable(
          language: language, caption: title, columns: columns,
          rows: items.prefix(Self.mostRows).map { row($0, report) },
          empty: EmptyState(title: language(ReportText.none), text: language(ReportText.noneAdvice))),
      ] + (items.count > Self.mostRows ? [Paragraph(language(PriceText.first), isQuiet: true)] : [])
        + [download(report, [("category", category)])])
    return .page(title, content)
  }

  private func day(_ name: String, _ label: Words, _ report: JSONValue) -> ListFilter.Field {
    ListFilter.Field(name: name, label: language(label), value: report[name]?.text ?? "", isDay: true)
  }

  private func row(_ item: JSONValue, _ report: JSONValue) -> [Cell] {
    let above = item["aboveStandard"]?.int64 ?? 0
    let url = PageURL(
      path: Self.path,
      query: [("subject", item["subject"]?.text ?? "")]
        + ["from", "to"].map { ($0, report[$0]?.text ?? "") })
    return [
      .link(url, item["name"]?.text ?? "", below: "\(category(item)) · \(measure(item))"),
      .pair(
        shown.number(item["purchases"]),
        language(PriceText.vendors(item["vendors"]?.int64 ?? 0))),
      .text(span(item)), shown.amount(item["median"]), shown.amount(item["standardPrice"]),
      above > 0 ? .badge(language.number(above), .bad) : .text("0"),
    ]
  }

  private func category(_ item: JSONValue) -> String {
    let code = item["category"]?.text ?? ""
    return page.call.tenant?.rulebook.categories[code].map { language($0.name) } ?? code
  }

  private func measure(_ item: JSONValue) -> String {
    language(PriceText.perMeasure(item["unitOfMeasure"]?.text ?? ""))
  }

  private func span(_ item: JSONValue) -> String {
    item["lowest"]?.int64 == item["highest"]?.int64
      ? shown.money(item["lowest"]) : "\(shown.money(item["lowest"])) – \(shown.money(item["highest"]))"
  }

  private func range(_ item: JSONValue) -> PriceRanges.Range? {
    guard let low = item["lowest"]?.int64, let high = item["highest"]?.int64,
      let reference = item["standardPrice"]?.int64 ?? item["median"]?.int64
    else { return nil }
    return PriceRanges.Range(
      name: item["name"]?.text ?? "", low: low, high: high, reference: reference, text: span(item),
      isAbove: item["aboveStandard"]?.int64 ?? 0 > 0)
  }

  private var reports: Breadcrumbs.Step {
    Breadcrumbs.Step(text: language(ReportText.title), url: "/reports")
  }

  private func download(_ report: JSONValue, _ more: [(String, String)]) -> any Component {
    let period = ["from", "to"].map { ($0, report[$0]?.text ?? "") }
    let url = PageURL(
      path: ["reports", "paid-prices.csv"], query: period + more.filter { !$0.1.isEmpty })
    return FileLink(url: url, text: language(TransparencyText.download), name: "paid-prices.csv")
  }

  /// The order that it was bought with; a link for those who may read orders.
  private func order(_ purchase: JSONValue) -> Cell {
    let (number, unit) = (purchase["number"]?.text ?? "–", purchase["unitName"]?.text)
    guard page.may("readOrder") else { return .pair(number, unit ?? "") }
    return .link(PageURL(path: ["orders", purchase["orderId"]?.text ?? ""]), number, below: unit)
  }

  /// One thing: its prices over time, by vendor and by unit, and every purchase.
  private func thing(_ item: JSONValue, _ report: JSONValue) -> PageReply {
    let purchases = report["purchases"]?.elements ?? []
    let name = item["name"]?.text ?? ""
    let standard = item["standardPrice"]?.int64
    let facts = [
      shown.fact(PriceText.category, category(item)),
      shown.fact(PriceText.range, span(item) + " " + measure(item)),
      shown.fact(PriceText.median, shown.money(item["median"])),
      shown.fact(
        PriceText.standard, standard.map { language.money(Rupiah($0)) } ?? language(PriceText.noStandard)),
      shown.fact(PriceText.above, shown.number(item["aboveStandard"])),
    ].compactMap(\.self)
    let label = language(PriceText.spread(name, standard: standard.map { language.money(Rupiah($0)) }))
    let content = Sheet(
      language: language,
      crumbs: [
        reports, Breadcrumbs.Step(text: language(PriceText.title), url: PageURL(path: Self.path)),
      ],
      title: name,
      parts: [
        Facts(facts: facts),
        Section(
          language(PriceText.overTime),
          PricesOverTime(
            language: language, label: label,
            dots: purchases.compactMap { purchase in
              guard let day = purchase["on"]?.day, let price = purchase["unitPrice"]?.int64 else {
                return nil
              }
              return PricesOverTime.Dot(
                day: day, price: price, isAbove: purchase["standardPrice"]?.int64.map { price > $0 } ?? false)
            }, standard: standard)),
        Section(
          language(PriceText.byVendor), medians(purchases, "vendorName", PriceText.byVendor)),
        Section(language(PriceText.byUnit), medians(purchases, "unitName", PriceText.byUnit)),
        table(purchases),
      ] + (purchases.count > Self.mostRows ? [Paragraph(language(PriceText.newest), isQuiet: true)] : [])
        + [download(report, [("subject", item["subject"]?.text ?? "")])])
    return .page(name, content)
  }

  /// The middle price of each vendor or unit, the dearest first.
  private func medians(
    _ purchases: [JSONValue], _ member: String, _ label: Words
  ) -> BarChart {
    let bars = Dictionary(grouping: purchases) { $0[member]?.text ?? "" }
      .map { name, bought -> BarChart.Bar in
        let prices = bought.compactMap { $0["unitPrice"]?.int64 }.sorted()
        let median = prices.isEmpty ? 0 : prices[(prices.count - 1) / 2]
        return BarChart.Bar(
          name: "\(name) (\(prices.count)×)", value: median, text: language.money(Rupiah(median)))
      }.sorted { ($1.value, $0.name) < ($0.value, $1.name) }
    return BarChart(label: language(label), bars: Array(bars.prefix(Self.mostBars)))
  }

  private func table(_ purchases: [JSONValue]) -> ListTable {
    let columns = [
      shown.column(PriceText.order), shown.column(PriceText.day), shown.column(PriceText.vendor),
      shown.column(PriceText.quantity, isNumber: true), shown.column(PriceText.price, isNumber: true),
      shown.column(PriceText.standard, isNumber: true),
    ]
    let rows = purchases.prefix(Self.mostRows).map { purchase -> [Cell] in
      [
        order(purchase),
        .text(purchase["on"]?.day.map { language.shortDay($0) } ?? "–"),
        .link(
          PageURL(path: ["vendors", purchase["vendorId"]?.text ?? ""]), purchase["vendorName"]?.text ?? ""),
        .text(shown.number(purchase["quantity"])), shown.amount(purchase["unitPrice"]),
        shown.amount(purchase["standardPrice"]),
      ]
    }
    return ListTable(
      language: language, caption: language(PriceText.purchases), columns: columns, rows: Array(rows))
  }
}

/// A link to a file.
struct FileLink: Component {
  let url: PageURL
  let text: String
  let name: String

  func write(to h: Hypertext) { h.p { h.a(url, text, .download(name)) } }
}
