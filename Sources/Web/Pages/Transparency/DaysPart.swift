import EOrderRules
import Foundation
import HTML
import Procurement
import Tenancy

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
          h.rowHead { h.reference(entry.purchase.number) }
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
