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
