import EOrderRules
import Foundation
import HTML
import Procurement
import Tenancy

/// The purchases of the province, a sentence each.
struct PurchasesReading {
  private static let pageSize = 30

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func callAsFunction() async throws -> PageReply {
    let visit = try page.call.visit
    let cursor = page.asked("cursor").flatMap { Cursor($0, list: ListPurchases.name) }
    let list = ListPurchases(PageRequest(limit: Self.pageSize, cursor: cursor))
    let rows = try await page.call.withTenant { try await list.rows(visit, $0) }
    let shown = Array(rows.prefix(Self.pageSize))
    let next = rows.count > Self.pageSize ? shown.last : nil
    let content = PurchasesPage(
      language: page.language, visit: visit, rows: shown,
      first: cursor == nil ? nil : "/transparency/purchases",
      next: next.map {
        PageURL(
          path: ["transparency", "purchases"],
          query: [("cursor", Cursor(list: ListPurchases.name, at: $0.issuedAt, id: $0.id).text())])
      })
    return .page(page.language(TransparencyText.purchases), content)
  }
}

/// The list of purchases.
struct PurchasesPage: Component {
  let language: Language
  let visit: Visit
  let rows: [PublicPurchase]
  let first: PageURL?
  let next: PageURL?

  func write(to h: Hypertext) {
    h.put(
      Breadcrumbs(
        label: language(TransparencyText.title),
        steps: [Breadcrumbs.Step(text: language(TransparencyText.title), url: "/transparency")]))
    h.h1(language(TransparencyText.purchases))
    h.p(language(TransparencyText.purchasesLead))
    if rows.isEmpty {
      h.put(
        EmptyState(
          title: language(TransparencyText.noPurchases), text: language(TransparencyText.noPurchasesAdvice)))
    }
    h.ul(.class("findings")) { for row in rows { h.li { purchase(row, h) } } }
    h.put(Pagination(language: language, first: first, next: next))
  }

  private func purchase(_ row: PublicPurchase, _ h: Hypertext) {
    let more = row.more > 0 ? [language(TransparencyText.more(row.more))] : []
    let sentence = TransparencyText.sentence(
      unit: row.unitName, goods: (row.goods + more).joined(separator: ", "), vendor: row.vendorName,
      price: language.money(row.gross), day: language.day(visit.tenant.today(row.issuedAt)))
    h.p(language(sentence))
    h.p(.class("row quiet")) {
      h.put(Badge(row.state, in: language))
      if let day = row.paidOn { h.span(language(TransparencyText.paidSentence(language.day(day)))) }
      h.span(row.number)
    }
  }
}
