import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import Tenancy

/// The products of one's own vendor.
struct StorefrontReading {
  private static let pageSize = 20

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply {
    let caller = try page.caller
    guard caller.actor.isVendor, let vendor = caller.actor.vendorID else { throw Problem.forbidden }
    let state = page.asked("state").flatMap(ProductState.init)
    var filter = ListProducts.Filter(sort: .newest)
    filter.vendorID = vendor
    filter.state = state
    let cursor = page.asked("cursor").flatMap { Cursor($0, list: filter.sort.list) }
    let list = ListProducts(filter, PageRequest(limit: Self.pageSize, cursor: cursor))
    let rows = try await page.call.withTenant { try await list.rows(caller.visit, $0) }
    let shown = Array(rows.prefix(Self.pageSize))
    let content = StorefrontPage(
      language: page.language, state: state, rows: shown,
      first: cursor == nil ? nil : StorefrontPage.url(state: state, cursor: nil),
      next: rows.count > Self.pageSize
        ? shown.last.map { StorefrontPage.url(state: state, cursor: filter.sort.cursor(at: $0).text()) } : nil
    )
    return .page(page.language(MenuText.storefront), content)
  }
}

/// The list of one's own products.
struct StorefrontPage: Component {
  let language: Language
  let state: ProductState?
  let rows: [CatalogueItem]
  let first: PageURL?
  let next: PageURL?

  static func url(state: ProductState?, cursor: String?) -> PageURL {
    PageURL(
      path: ["storefront"],
      query: (state.map { [("state", $0.rawValue)] } ?? []) + (cursor.map { [("cursor", $0)] } ?? []))
  }

  func write(to h: Hypertext) {
    h.h1(language(MenuText.storefront))
    h.p(language(StorefrontText.lead))
    h.div(.class("row")) {
      h.put(LinkButton(url: "/storefront/new", text: language(StorefrontText.new)))
      h.put(LinkButton(url: "/storefront/import", text: language(StorefrontText.bulk), weight: .quiet))
    }
    filter(h)
    if rows.isEmpty {
      h.put(
        EmptyState(
          title: language(state == nil ? StorefrontText.none : .noneInState),
          text: language(StorefrontText.noneAdvice)))
    } else {
      table(h)
    }
    h.put(Pagination(language: language, first: first, next: next))
  }

  private func filter(_ h: Hypertext) {
    h.form(.get, to: "/storefront", .class("filters")) {
      h.div(.class("field")) {
        h.label(for: "state", language(OrderText.state))
        h.select(.id("state"), .name("state")) {
          h.option("", language(OrderText.anyState))
          for state in ProductState.allCases {
            h.option(state.rawValue, language(state), selected: state == self.state)
          }
        }
      }
      h.button(.submit, language(FormText.filter), .data(.tone, "quiet"))
    }
  }

  private func table(_ h: Hypertext) {
    let state = TableColumn(title: language(OrderText.state))
    let price = TableColumn(title: language(CatalogueText.price), isNumber: true)
    let picture = TableColumn(title: language(StorefrontText.pictures))
    h.dataTable(
      language(MenuText.storefront),
      [TableColumn(title: language(StorefrontText.product)), state, price, picture]
    ) {
      for row in rows {
        h.dataRow {
          h.rowHead { h.a(OwnProductPage.url(row.id)) { h.bdi(row.name) } }
          h.cell(state) { h.put(Badge(row.state, in: language)) }
          h.cell(price) {
            h.span(language.money(row.price), .class("money"))
            h.text(" ")
            h.span(language(CatalogueText.per(unit: row.unitOfMeasure)), .class("quiet"))
          }
          h.cell(picture, language(row.picture == nil ? StorefrontText.noPicture : .hasPicture))
        }
      }
    }
  }
}
