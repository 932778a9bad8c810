import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The requests that asked one's own vendor.
struct TendersReading {
  private static let pageSize = 20

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply {
    let caller = try page.caller
    guard caller.actor.isVendor else { throw Problem.forbidden }
    let showsAll = page.asked("all") == "true"
    let cursor = page.asked("cursor").flatMap { Cursor($0, list: ListRequests.name) }
    let list = ListRequests(onlyOpen: !showsAll, PageRequest(limit: Self.pageSize, cursor: cursor))
    let answer = try await page.call.withTenant { try await list(caller, $0) }
    let json = try JSONValue(parsing: answer.body)
    let next = json["nextCursor"]?.text.map {
      PageURL(
        path: ["requests-for-offers"], query: (showsAll ? [("all", "true")] : []) + [("cursor", $0)])
    }
    let content = TendersPage(
      language: page.language, zone: caller.tenant.calendar.zone, now: caller.now, showsAll: showsAll,
      items: json["items"]?.elements ?? [], first: cursor == nil ? nil : "/requests-for-offers", next: next)
    return .page(page.language(TenderText.title), content)
  }
}

/// The list of requests, the open ones first.
struct TendersPage: Component {
  let language: Language
  let zone: OfficialZone
  let now: Date
  let showsAll: Bool
  let items: [JSONValue]
  let first: PageURL?
  let next: PageURL?

  func write(to h: Hypertext) {
    h.h1(language(TenderText.title))
    h.p(language(TenderText.lead))
    h.nav(.aria(.label, language(TenderText.title))) {
      h.p(.class("row views")) {
        h.a(
          "/requests-for-offers", language(TenderText.open), .aria(.current, showsAll ? nil : "page"))
        h.a(
          "/requests-for-offers?all=true", language(TenderText.all),
          .aria(.current, showsAll ? "page" : nil))
      }
    }
    if items.isEmpty {
      h.put(EmptyState(title: language(TenderText.none), text: language(TenderText.noneAdvice)))
    } else {
      h.ul(.class("grid")) { for item in items { h.li { card(item, h) } } }
    }
    h.put(Pagination(language: language, first: first, next: next))
  }

  private func card(_ item: JSONValue, _ h: Hypertext) {
    h.article(.class("card")) {
      h.h2 { h.a(TenderPage.url(item["needId"]?.text ?? "")) { h.bdi(item["title"]?.text ?? "") } }
      h.p { h.bdi(item["unitName"]?.text ?? "") }
      h.p(
        "\(item["quantity"]?.int64.map { language.number($0) } ?? "") \(item["unitOfMeasure"]?.text ?? "")")
      h.p {
        h.text(language(TenderText.closes) + " ")
        if let deadline = item["deadline"]?.instant {
          h.put(
            DueMoment(
              language: language, zone: zone, now: now, dueAt: deadline, over: language(TenderText.over)))
        }
      }
      h.p {
        if let state = item["offer"]?["state"]?.text.flatMap(OfferState.init) {
          h.put(Badge(language(TenderText.state(state)), tone: TenderText.tone(state)))
        } else {
          let isOpen = item["deadline"]?.instant.map { $0 > now } ?? true
          h.put(
            Badge(
              language(isOpen ? TenderText.notOffered : TenderText.notOfferedInTime),
              tone: isOpen ? .warn : .neutral))
        }
      }
    }
  }
}
