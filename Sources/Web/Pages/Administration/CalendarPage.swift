import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The holidays of the year to come, by which deadlines are counted.
struct CalendarReading {
  private static let days = 366

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func callAsFunction() async throws -> PageReply {
    let language = page.language
    guard try page.actor.isOfficial else { throw Problem.forbidden }
    let today = try page.caller.today
    let calendar = try await page.ask(
      "readCalendar",
      query: [("from", today.description), ("to", today.adding(days: Self.days).description)])
    let holidays = (calendar["days"]?.elements ?? []).filter { !($0["holiday"]?.isNull ?? true) }
    let rows = holidays.map { day -> [Cell] in
      [
        .text(day["day"]?.day.map { language.weekday($0) } ?? ""), .text(day["holiday"]?["name"]?.text ?? ""),
        .text(day["holiday"]?["source"]?.text ?? "–"),
      ]
    }
    let title = language(CalendarText.title)
    let columns = [
      TableColumn(title: language(CalendarText.day)), TableColumn(title: language(CalendarText.holiday)),
      TableColumn(title: language(CalendarText.source)),
    ]
    let links =
      page.call.actor?.roles.contains(.tenantAdmin) == true
      ? [LinkRow.Link(url: "/imports/holidays", text: language(CalendarText.more))] : []
    let working = calendar["workingDays"]?.int ?? 0
    return .page(
      title,
      Sheet(
        language: language, title: title, lead: language(CalendarText.lead),
        parts: [
          Paragraph(language(CalendarText.zone(calendar["zone"]?.text ?? "", working: working))),
          LinkRow(links: links),
          ListTable(
            language: language, caption: title, columns: columns, rows: rows,
            empty: EmptyState(title: language(CalendarText.none), text: language(CalendarText.noneAdvice))),
        ]))
  }
}
