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
    let url = PageURL(
      path: ["api", "v1", "reports", report.rawValue],
      query: [
        ("from", period.from.description), ("to", period.to.description), ("format", "csv"),
      ])
    h.p { h.a(url, language(TransparencyText.download), .download("\(report.rawValue).csv")) }
  }
}
