import EOrderRules
import Foundation
import HTML
import Procurement
import Tenancy

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
