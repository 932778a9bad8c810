import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// What a person was told.
struct NoticesReading {
  private static let pageSize = 30

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply {
    let caller = try page.caller
    let cursor = page.asked("cursor").flatMap { Cursor($0, list: ListNotices.name) }
    let list = ListNotices(onlyUnread: false, PageRequest(limit: Self.pageSize, cursor: cursor))
    let rows = try await page.call.withTenant { try await list.rows(caller, $0) }
    let shown = Array(rows.prefix(Self.pageSize))
    let content = NoticesPage(
      language: page.language, zone: caller.tenant.calendar.zone,
      isVendor: caller.actor.roles.contains(where: \.isVendor), rows: shown, form: page.newForm(),
      first: cursor == nil ? nil : "/notifications",
      next: rows.count > Self.pageSize
        ? shown.last.map {
          PageURL(
            path: ["notifications"],
            query: [("cursor", Cursor(list: ListNotices.name, at: $0.at, id: $0.id).text())])
        } : nil)
    return .page(page.language(NoticesText.title), content)
  }

  /// Everything that the page showed, and what is older.
  func markAllRead() async throws -> PageReply {
    let until = page.form.filled(NoticesPage.untilField) ?? ""
    _ = try? await page.carryOut("markNotificationsRead", [:], ["until": .string(until)])
    return .redirect("/notifications")
  }

  func markRead() async throws -> PageReply {
    let caller = try page.caller
    let mark = MarkNoticeRead(try page.call.id())
    _ = try await page.call.withTenant { try await mark(caller, Write(), $0) { _ in "" } }
    return .redirect("/notifications")
  }
}

/// The list of notices, each with a way to what it is about.
struct NoticesPage: Component {
  static let untilField = "until"

  let language: Language
  let zone: OfficialZone
  /// Vendors see what they are asked for, but no need.
  let isVendor: Bool
  let rows: [NoticeRow]
  let form: FormState
  let first: PageURL?
  let next: PageURL?

  func write(to h: Hypertext) {
    h.h1(language(NoticesText.title))
    if rows.isEmpty {
      h.put(EmptyState(title: language(NoticesText.none), text: language(NoticesText.noneAdvice)))
    }
    if let latest = rows.first, rows.count(where: { $0.readAt == nil }) > 1 {
      h.form(.post, to: PageURL(path: ["notifications", "read"])) {
        h.put(HiddenFields(form: form))
        h.input(.hidden, .name(Self.untilField), .value(RFC3339.text(latest.at)))
        h.button(.submit, language(NoticesText.markAllRead), .data(.tone, ButtonWeight.quiet.tone))
      }
    }
    h.ul(.class("unbulleted")) {
      for row in rows { h.li { notice(row, h) } }
    }
    h.put(Pagination(language: language, first: first, next: next))
  }

  private func notice(_ row: NoticeRow, _ h: Hypertext) {
    h.div(.class("card"), .data(.tone, row.readAt == nil ? Tone.info.rawValue : Tone.neutral.rawValue)) {
      h.p {
        let sentence = NoticeText(of: row).sentence(in: language)
        if let url = NoticeLink.url(row.subjectType, row.subjectID, isVendor: isVendor) {
          h.a(url, sentence)
        } else {
          h.text(sentence)
        }
      }
      h.p(.class("quiet")) { h.time(RFC3339.text(row.at), language.instant(row.at, in: zone)) }
      if row.readAt == nil {
        h.put(
          ActionButton(
            url: PageURL(path: ["notifications", row.id.uuidString.lowercased(), "read"]),
            text: language(NoticesText.markRead), form: form, weight: .quiet))
      }
    }
  }
}

/// Where notices lead.
enum NoticeLink {
  /// The page of what a notice is about; nil where there is none for this reader.
  static func url(_ subjectType: String, _ id: UUID, isVendor: Bool) -> PageURL? {
    if isVendor, subjectType == "vendor" { return "/profile" }
    if subjectType == "rules" { return PageURL(path: ["rules", "drafts", id.uuidString.lowercased()]) }
    let path: String? =
      switch subjectType {
      case "order": "orders"
      case "need": isVendor ? "requests-for-offers" : "needs"
      case "product": isVendor ? "storefront" : "products"
      case "flag": "flags"
      case "break-glass": "break-glass"
      case "vendor": "vendors"
      case "package": isVendor ? nil : "packages"
      default: nil
      }
    guard let path else { return nil }
    let url = PageURL(path: [path, id.uuidString.lowercased()])
    return PageRoutes.isServed(url) ? url : nil
  }
}
