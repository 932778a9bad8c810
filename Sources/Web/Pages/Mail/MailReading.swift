import Authentication
import EOrderRules
import Foundation
import HTML
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// The province's mail, for its administrator: what was sent, what waits, and what nobody took.
struct MailReading {
  private static let pageSize = 50

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply {
    let caller = try administrator
    let cursor = page.asked("cursor").flatMap { Cursor($0, list: ListLetters.name) }
    let list = ListLetters(state: nil, PageRequest(limit: Self.pageSize, cursor: cursor))
    let rows = try await page.call.withTenant { try await list.rows($0) }
    let shown = Array(rows.prefix(Self.pageSize))
    let content = MailPage(
      language: page.language, zone: caller.tenant.calendar.zone, rows: shown, form: page.newForm(),
      first: cursor == nil ? nil : "/mail",
      next: rows.count > Self.pageSize
        ? shown.last.map {
          PageURL(
            path: ["mail"],
            query: [("cursor", Cursor(list: ListLetters.name, at: $0.createdAt, id: $0.id).text())])
        } : nil)
    return .page(page.language(MailText.title), content)
  }

  /// One that nobody waits for any more is no failure: the list says so.
  func retry() async throws -> PageReply {
    let caller = try administrator
    let retry = RetryLetter(try page.call.id())
    do {
      _ = try await page.call.withTenant { try await retry(caller, Write(), $0) }
    } catch Procurement.Refusal.wrongState {
      return .redirect("/mail")
    }
    return .redirect("/mail")
  }

  private var administrator: Caller {
    get throws {
      let caller = try page.caller
      guard caller.actor.roles.contains(.tenantAdmin) else { throw Problem.forbidden }
      return caller
    }
  }
}

/// The list of messages, newest first.
struct MailPage: Component {
  let language: Language
  let zone: OfficialZone
  let rows: [LetterRow]
  let form: FormState
  let first: PageURL?
  let next: PageURL?

  func write(to h: Hypertext) {
    h.h1(language(MailText.title))
    h.p(language(MailText.lead))
    if rows.isEmpty { h.put(EmptyState(title: language(MailText.none), text: language(MailText.noneAdvice))) }
    h.ul(.class("unbulleted")) {
      for row in rows { h.li { letter(row, h) } }
    }
    h.put(Pagination(language: language, first: first, next: next))
  }

  private func letter(_ row: LetterRow, _ h: Hypertext) {
    h.div(.class("card"), .data(.tone, row.state.tone.rawValue)) {
      h.p {
        h.put(Badge(language(row.state), tone: row.state.tone))
        h.text(" \(language(row.kind)) ")
        h.bdi(row.recipient)
      }
      h.p(.class("quiet")) {
        h.time(RFC3339.text(row.createdAt), language.instant(row.createdAt, in: zone))
        if row.attempts > 1 {
          h.text(" · \(language(MailText.tried)): \(language(MailText.attempts(row.attempts)))")
        }
      }
      if let refusal = row.refusal, row.state != .sent { h.p("\(language(MailText.refusal)): \(refusal)") }
      if row.state != .withdrawn, row.attempts > 0 {
        h.put(
          ActionButton(
            url: PageURL(path: ["mail", row.id.uuidString.lowercased(), "retry"]),
            text: language(MailText.retry),
            form: form, weight: .quiet))
      }
    }
  }
}
