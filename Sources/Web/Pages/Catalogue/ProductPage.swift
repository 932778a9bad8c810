import EOrderRules
import Foundation
import HTML
import Procurement

/// Everything about one product.
struct ProductPage: Component {
  let language: Language
  let product: ProductRow
  let category: BilingualText?
  /// The name of the vendor's region, or its code.
  let region: String
  /// Whether its reader may order it.
  var canBeOrdered = false

  private var content: ProductContent { product.content }

  func write(to h: Hypertext) {
    h.put(
      Breadcrumbs(
        label: language(CatalogueText.title),
        steps: [Breadcrumbs.Step(text: language(CatalogueText.title), url: "/")] + categoryStep))
    h.article {
      h.h1 { h.bdi(content.name) }
      if product.state != .listed {
        h.p { h.put(Badge(product.state, in: language)) }
        h.put(Remark(text: language(CatalogueText.notListed), tone: .warn))
      }
      h.div(.class("columns")) {
        h.div {
          pictures(h)
          price(h)
          if canBeOrdered { order(h) }
          h.h2(language(CatalogueText.description))
          h.p(content.description, .class("written"))
        }
        h.aside {
          h.put(Facts(facts: facts))
          if product.vendorVerified {
            h.p { h.a(VendorFacePage.url(product.vendorID), language(CatalogueText.allOfVendor)) }
          }
        }
      }
    }
  }

  private var categoryStep: [Breadcrumbs.Step] {
    guard let category else { return [] }
    return [
      Breadcrumbs.Step(
        text: language(category), url: PageURL(path: [], query: [("category", content.category)]))
    ]
  }

  private func pictures(_ h: Hypertext) {
    guard !product.pictures.isEmpty else { return }
    h.ul(.class("grid")) {
      for picture in product.pictures {
        h.li {
          h.img(PageURL(path: ["pictures", picture.sha256]), alt: picture.alt, .class("picture"))
        }
      }
    }
  }

  private func price(_ h: Hypertext) {
    h.p {
      h.span(language.money(content.price), .class("amount"))
      h.text(" ")
      h.span(language(CatalogueText.per(unit: content.unitOfMeasure)))
    }
    if content.taxClass?.bearsVat ?? false {
      h.p(language(content.priceIncludesVat ? CatalogueText.withVat : .withoutVat), .class("quiet"))
    }
  }

  private func order(_ h: Hypertext) {
    let url = PageURL(
      path: ["orders", "new"], query: [("product", product.id.uuidString.lowercased())])
    h.p { h.put(LinkButton(url: url, text: language(OrderingText.orderThis))) }
  }

  private var facts: [Facts.Fact] {
    var facts = [
      fact(.vendor, product.vendorName), fact(.region, region),
      fact(.unit, content.unitOfMeasure),
    ]
    if let taxClass = content.taxClass { facts.append(fact(.taxClass, language(taxClass))) }
    if let least = content.minimumQuantity {
      facts.append(fact(.leastQuantity, "\(language.number(least)) \(content.unitOfMeasure)"))
    }
    if let stock = content.stock { facts.append(fact(.stock, language.number(stock))) }
    if let days = content.leadTimeDays { facts.append(fact(.leadTime, language(CatalogueText.days(days)))) }
    if let share = content.localContentPercent {
      facts.append(fact(.localContent, language.percent(thousandths: share * 10)))
    }
    if let sku = content.sku { facts.append(fact(.sku, sku)) }
    if let code = product.standardPriceCode { facts.append(fact(.standardPrice, code)) }
    return facts
  }

  private func fact(_ name: CatalogueText, _ value: String) -> Facts.Fact {
    Facts.Fact(name: language(name), value: value)
  }
}
