import EOrderRules
import Foundation
import HTML
import Procurement
import Tenancy

/// The public reports of a period on one page.
struct TransparencyReading {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func callAsFunction() async throws -> PageReply {
    let visit = try page.call.visit
    let (from, to) = (page.asked("from").flatMap { Day($0) }, page.asked("to").flatMap { Day($0) })
    let asked = ReportPeriod(from: from, to: to, visit)
    let isWrong = asked.to < asked.from
    let period = isWrong ? ReportPeriod(from: nil, to: nil, visit) : asked
    let (spending, days) = try await page.call.withTenant { lease in
      (
        try await SpendingReport.read(period, visit, lease),
        try await DaysToPayReport.read(period, visit, lease)
      )
    }
    let content = TransparencyPage(
      language: page.language, period: period, spending: spending, days: days, isWrong: isWrong)
    return .page(page.language(TransparencyText.title), content, status: isWrong ? 422 : 200)
  }
}

/// Spending, the share of small businesses and the days until payment, each as a picture with its table.
struct TransparencyPage: Component {
  /// Units that a picture shows; the table has all.
  private static let mostBars = 8
  private static let mostRows = 40

  let language: Language
  let period: ReportPeriod
  let spending: SpendingReport
  let days: DaysToPayReport
  let isWrong: Bool

  func write(to h: Hypertext) {
    h.h1(language(TransparencyText.title))
    h.p(.class("lead")) { h.text(language(TransparencyText.lead)) }
    h.p { h.a("/transparency/purchases", language(TransparencyText.purchases)) }
    if isWrong { h.put(Remark(text: language(TransparencyText.wrongPeriod), tone: .bad)) }
    form(h)
    if spending.rows.isEmpty, days.rows.isEmpty {
      return h.put(
        EmptyState(
          title: language(TransparencyText.nothing), text: language(TransparencyText.nothingAdvice)))
    }
    spendingPart(h)
    sharePart(h)
    h.put(DaysPart(language: language, period: period, days: days))
  }

  private func form(_ h: Hypertext) {
    h.form(.get, to: "/transparency", .class("filters")) {
      day("from", TransparencyText.from, period.from, h)
      day("to", TransparencyText.to, period.to, h)
      h.button(.submit, language(TransparencyText.show), .data(.tone, "quiet"))
    }
  }

  private func day(_ name: String, _ label: Words, _ value: Day, _ h: Hypertext) {
    h.div(.class("field")) {
      h.label(for: name, language(label))
      h.input(.date, .id(name), .name(name), .value(value.description))
    }
  }

  private func spendingPart(_ h: Hypertext) {
    let rows = spending.rows
    h.section {
      h.h2(language(TransparencyText.spending))
      h.p { h.span(language.money(spending.gross), .class("amount")) }
      h.p(language(TransparencyText.spendingLead), .class("quiet"))
      h.put(
        BarChart(
          label: language(TransparencyText.spending),
          bars: rows.prefix(Self.mostBars).map {
            BarChart.Bar(name: $0.unitName, value: $0.gross.amount, text: language.money($0.gross))
          }))
      let orders = TableColumn(title: language(TransparencyText.orders), isNumber: true)
      let gross = TableColumn(title: language(TransparencyText.gross), isNumber: true)
      let paid = TableColumn(title: language(TransparencyText.paid), isNumber: true)
      h.dataTable(
        language(TransparencyText.spending),
        [TableColumn(title: language(TransparencyText.unit)), orders, gross, paid]
      ) {
        for row in rows.prefix(Self.mostRows) {
          h.dataRow {
            h.rowHead { h.bdi(row.unitName) }
            h.cell(orders, language.number(Int64(row.orders)))
            h.cell(gross, language.money(row.gross))
            h.cell(paid, language.money(row.paid))
          }
        }
      }
      h.put(ReportDownload(language: language, report: .spending, period: period))
    }
  }

  private func sharePart(_ h: Hypertext) {
    h.section {
      h.h2(language(TransparencyText.share))
      h.p {
        h.span(language.percent(thousandths: spending.share), .class("amount"))
      }
      h.p(language(TransparencyText.shareLead), .class("quiet"))
      let columns = [TransparencyText.micro, TransparencyText.small, TransparencyText.cooperative].map {
        TableColumn(title: language($0), isNumber: true)
      }
      let part = TableColumn(title: language(TransparencyText.part), isNumber: true)
      let bars = [
        (TransparencyText.micro, sum(\.micro)), (TransparencyText.small, sum(\.small)),
        (TransparencyText.cooperative, sum(\.cooperative)),
      ]
      h.put(
        BarChart(
          label: language(TransparencyText.share),
          bars: bars.map { name, amount in
            BarChart.Bar(name: language(name), value: amount.amount, text: language.money(amount))
          }))
      h.dataTable(
        language(TransparencyText.share),
        [TableColumn(title: language(TransparencyText.unit))] + columns + [part]
      ) {
        for row in spending.rows.prefix(Self.mostRows) {
          h.dataRow {
            h.rowHead { h.bdi(row.unitName) }
            for (column, amount) in zip(columns, [row.micro, row.small, row.cooperative]) {
              h.cell(column, language.money(amount))
            }
            h.cell(part, language.percent(thousandths: row.share))
          }
        }
      }
      h.put(ReportDownload(language: language, report: .smallBusinesses, period: period))
    }
  }

  private func sum(_ part: (SpendingReport.Row) -> Rupiah) -> Rupiah {
    Rupiah(spending.rows.reduce(0) { $0 + part($1).amount })
  }
}

/// The same numbers as a file.
struct ReportDownload: Component {
  let language: Language
  let report: PublicReport
  let period: ReportPeriod

  func write(to h: Hypertext) {
    let url = PageURL(
      path: ["api", "v1", "reports", report.rawValue],
      query: [
        ("from", period.from.description), ("to", period.to.description), ("format", "csv"),
      ])
    h.p { h.a(url, language(TransparencyText.download), .download("\(report.rawValue).csv")) }
  }
}

/// How soon each unit pays, with the promise and the late ones.
struct DaysPart: Component {
  private static let mostBars = 8
  private static let mostRows = 40
  private static let mostLate = 20

  let language: Language
  let period: ReportPeriod
  let days: DaysToPayReport

  func write(to h: Hypertext) {
    h.section {
      h.h2(language(TransparencyText.days))
      h.p(language(TransparencyText.promise(days.promise)))
      let paid = days.rows.filter { $0.median != nil }.sorted { ($0.median ?? 0) > ($1.median ?? 0) }
      h.put(
        BarChart(
          label: language(TransparencyText.days),
          bars: paid.prefix(Self.mostBars).map { row in
            let median = row.median ?? 0
            return BarChart.Bar(
              name: row.unitName, value: Int64(median), text: language(TransparencyText.days(median)))
          }, mark: Int64(days.promise)))
      table(h)
      h.put(ReportDownload(language: language, report: .daysToPay, period: period))
      late(h)
    }
  }

  private func table(_ h: Hypertext) {
    let paid = TableColumn(title: language(TransparencyText.paid), isNumber: true)
    let median = TableColumn(title: language(TransparencyText.median), isNumber: true)
    let longest = TableColumn(title: language(TransparencyText.longest), isNumber: true)
    let late = TableColumn(title: language(TransparencyText.late), isNumber: true)
    h.dataTable(
      language(TransparencyText.days),
      [TableColumn(title: language(TransparencyText.unit)), paid, median, longest, late]
    ) {
      for row in days.rows.prefix(Self.mostRows) {
        h.dataRow {
          h.rowHead { h.bdi(row.unitName) }
          h.cell(paid, language.number(Int64(row.paid)))
          h.cell(median, row.median.map { language(TransparencyText.days($0)) } ?? "–")
          h.cell(longest, row.longest.map { language(TransparencyText.days($0)) } ?? "–")
          h.cell(late, language.number(Int64(row.late)))
        }
      }
    }
  }

  private func late(_ h: Hypertext) {
    h.h3(language(TransparencyText.lateOnes))
    guard !days.late.isEmpty else { return h.p(language(TransparencyText.nobodyLate)) }
    let unit = TableColumn(title: language(TransparencyText.unit))
    let vendor = TableColumn(title: language(TransparencyText.vendor))
    let handed = TableColumn(title: language(TransparencyText.handedOver))
    let paid = TableColumn(title: language(TransparencyText.paidOn))
    let taken = TableColumn(title: language(TransparencyText.workingDays), isNumber: true)
    h.dataTable(
      language(TransparencyText.lateOnes),
      [TableColumn(title: language(TransparencyText.order)), unit, vendor, handed, paid, taken]
    ) {
      for entry in days.late.prefix(Self.mostLate) {
        h.dataRow {
          h.rowHead { h.bdi(entry.purchase.number) }
          h.cell(unit) { h.bdi(entry.purchase.unitName) }
          h.cell(vendor) { h.bdi(entry.purchase.vendorName) }
          h.cell(handed, language.shortDay(entry.handedOverOn))
          h.cell(
            paid, entry.purchase.paidOn.map { language.shortDay($0) } ?? language(TransparencyText.notYet))
          h.cell(taken, language.number(Int64(entry.days)))
        }
      }
    }
  }
}
