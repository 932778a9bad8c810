import EOrderRules
import Foundation
import HTML
import Procurement
import Tenancy

/// A vendor as anyone sees it: name, place, ratings and what it sells.
struct VendorFace {
  private static let pageSize = 24

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply {
    let visit = try page.call.visit
    let id = try page.call.id()
    var filter = ListProducts.Filter(sort: .newest)
    filter.vendorID = id
    filter.state = .listed
    let cursor = page.asked("cursor").flatMap { Cursor($0, list: filter.sort.list) }
    let list = ListProducts(filter, PageRequest(limit: Self.pageSize, cursor: cursor))
    let (vendor, rows) = try await page.call.withTenant { lease in
      (try await PublicVendor.read(id, lease), try await list.rows(visit, lease))
    }
    let shown = Array(rows.prefix(Self.pageSize))
    let content = VendorFacePage(
      language: page.language, vendor: vendor,
      region: page.services.directory.regionName(vendor.regionCode) ?? vendor.regionCode,
      cards: shown.map { CataloguePage.Card($0, visit.rulebook, page.services.directory) },
      first: cursor == nil ? nil : VendorFacePage.url(id),
      next: rows.count > Self.pageSize
        ? shown.last.map { VendorFacePage.url(id, cursor: filter.sort.cursor(at: $0).text()) } : nil)
    return .page(vendor.name, content)
  }
}

/// The page of a vendor.
struct VendorFacePage: Component {
  let language: Language
  let vendor: PublicVendor
  let region: String
  let cards: [CataloguePage.Card]
  let first: PageURL?
  let next: PageURL?

  static func url(_ id: UUID, cursor: String? = nil) -> PageURL {
    PageURL(
      path: ["vendors", id.uuidString.lowercased()], query: cursor.map { [("cursor", $0)] } ?? [])
  }

  func write(to h: Hypertext) {
    h.put(
      Breadcrumbs(
        label: language(CatalogueText.title),
        steps: [Breadcrumbs.Step(text: language(CatalogueText.title), url: "/")]))
    h.h1 { h.bdi(vendor.name) }
    h.put(Facts(facts: facts))
    h.h2(language(VendorFaceText.products))
    if cards.isEmpty {
      h.put(
        EmptyState(title: language(VendorFaceText.none), text: language(VendorFaceText.noneAdvice)))
    } else {
      h.ul(.class("grid")) {
        for card in cards { h.li { h.put(ProductCard(language: language, card: card)) } }
      }
    }
    h.put(Pagination(language: language, first: first, next: next))
  }

  private var facts: [Facts.Fact] {
    let rating = vendor.starTenths.map { tenths in
      let mark = language == .indonesian ? "," : "."
      let stars = "\(tenths / 10)\(mark)\(tenths % 10)"
      return language(VendorFaceText.stars(stars, count: vendor.ratings))
    }
    return [
      fact(VendorFaceText.region, region),
      fact(VendorFaceText.size, language(RegistrationText.size(vendor.size))),
      fact(VendorFaceText.rating, rating ?? language(VendorFaceText.notRated)),
      fact(VendorFaceText.delivered, language.number(Int64(vendor.delivered))),
    ]
  }

  private func fact(_ name: Words, _ value: String) -> Facts.Fact {
    Facts.Fact(name: language(name), value: value)
  }
}
