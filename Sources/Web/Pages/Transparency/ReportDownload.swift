import EOrderRules
import Foundation
import HTML
import Procurement
import Tenancy

/// The same numbers as a file.
struct ReportDownload: Component {
  let language: Language
  let report: PublicReport
  let period: ReportPeriod

  func write(to h: Hypertext) {
    h.p(.class("row")) {
      h.a(url("csv"), language(TransparencyText.download), .download("\(report.rawValue).csv"))
      h.a(url("xlsx"), language(TransparencyText.workbook), .download("\(report.rawValue).xlsx"))
    }
  }

  private func url(_ format: String) -> PageURL {
    PageURL(
      path: ["api", "v1", "reports", report.rawValue],
      query: [("from", period.from.description), ("to", period.to.description), ("format", format)])
  }
}
