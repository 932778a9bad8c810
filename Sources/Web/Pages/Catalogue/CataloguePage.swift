import EOrderRules
import Foundation
import HTML
import Procurement

/// The public catalogue: a search and a card for each product.
struct CataloguePage: Component {
  struct Card: Sendable {
    let id: UUID
    let name: String
    let category: BilingualText?
    let vendor: String
    let vendorID: UUID
    /// The name of its region, or its code.
    let region: String
    let price: Rupiah
    let unit: String
    let includesVat: Bool
    let bearsVat: Bool
    let least: Int64?
    let picture: ProductPicture?
  }

  let language: Language
  let form: FormState
  let categories: [Choice]
  let regions: [Choice]
  let cards: [Card]
  let isFirst: Bool
  let first: PageURL?
  let next: PageURL?

  func write(to h: Hypertext) {
    h.h1(language(CatalogueText.title))
    h.p(.class("lead")) { h.text(language(CatalogueText.lead)) }
    h.put(ErrorSummary(form: form))
    h.put(CatalogueFilters(form: form, categories: categories, regions: regions))
    if cards.isEmpty {
      empty(h)
    } else {
      h.p(
        language(CatalogueText.found(count: cards.count, more: next != nil || !isFirst)), .class("quiet"),
        .role("status"))
      h.ul(.class("grid")) {
        for card in cards { h.li { h.put(ProductCard(language: language, card: card)) } }
      }
    }
    h.put(Pagination(language: language, first: first, next: next))
  }

  private func empty(_ h: Hypertext) {
    let isNarrowed = !form.values.isEmpty
    h.put(
      EmptyState(
        title: language(isNarrowed ? CatalogueText.nothingFits : .nothingListed),
        text: language(isNarrowed ? CatalogueText.nothingFitsAdvice : .nothingListedAdvice),
        action: isNarrowed
          ? LinkButton(url: "/", text: language(CatalogueText.showAll), weight: .quiet) : nil))
  }
}

/// A product in a list.
struct ProductCard: Component {
  let language: Language
  let card: CataloguePage.Card

  func write(to h: Hypertext) {
    h.article(.class("card")) {
      if let picture = card.picture {
        h.img(
          PageURL(path: ["pictures", picture.sha256]), alt: picture.alt, .class("picture"), .loadingLazily())
      }
      if let category = card.category { h.p(language(category), .class("quiet eyebrow")) }
      h.h3 { h.a(PageURL(path: ["products", card.id.uuidString.lowercased()])) { h.bdi(card.name) } }
      h.p {
        h.span(language.money(card.price), .class("price"))
        h.text(" ")
        h.span(language(CatalogueText.per(unit: card.unit)), .class("quiet"))
      }
      if card.bearsVat {
        h.p(language(card.includesVat ? CatalogueText.withVat : .withoutVat), .class("quiet"))
      }
      if let least = card.least, least > 1 {
        h.p(
          language(CatalogueText.least(quantity: "\(language.number(least)) \(card.unit)")), .class("quiet"))
      }
      h.p(.class("seller")) {
        h.bdi(card.vendor)
        h.br()
        h.span(card.region, .class("quiet"))
      }
    }
  }
}
