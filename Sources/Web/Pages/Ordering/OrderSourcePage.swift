import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// What an order can be made from.
struct OrderSourcePage: Component {
  let language: Language
  /// What is ordered, where a product led here.
  let product: ProductRow?
  /// What every link goes on saying.
  let kept: [(String, String)]
  let words: String
  let needs: [JSONValue]
  let ofNeeds: Pagination
  let packages: [JSONValue]
  let ofPackages: Pagination

  static let url = PageURL(path: ["orders", "new"])

  func write(to h: Hypertext) {
    h.put(
      Sheet(
        language: language,
        crumbs: [Breadcrumbs.Step(text: language(OrderText.title), url: "/orders")],
        title: language(OrderingText.title), lead: language(OrderingText.chooseSource),
        parts: chosen + [
          ListFilter(
            language: language, url: Self.url,
            fields: [ListFilter.Field(name: "q", label: language(OrderingText.searchSources), value: words)],
            kept: kept), needsPart, packagesPart,
        ]))
  }

  private var chosen: [any Component] {
    product.map { product in
      [
        Facts(
          facts: [
            Facts.Fact(
              name: language(OrderText.product), value: product.content.name,
              url: PageURL(path: ["products", product.id.uuidString.lowercased()])),
            Facts.Fact(name: language(OrderText.vendor), value: product.vendorName),
          ])
      ]
    } ?? []
  }

  private var needsPart: Section {
    let caption = language(OrderingText.needs)
    let columns = [
      TableColumn(title: language(NeedText.need)), TableColumn(title: language(NeedText.neededOn)),
      TableColumn(title: language(NeedText.estimate), isNumber: true),
    ]
    let rows = needs.map { need -> [Cell] in
      [
        .link(url("need", need), need["title"]?.text ?? ""),
        .text(need["neededOn"]?.day.map { language.shortDay($0) } ?? "–"),
        .money(need["ownEstimate"]?.int64.map { Rupiah($0) }),
      ]
    }
    let empty = empty(OrderingText.noNeeds, OrderingText.noNeedsAdvice)
    return Section(
      caption,
      ListTable(
        language: language, caption: caption, columns: columns, rows: rows, empty: empty, pages: ofNeeds))
  }

  private var packagesPart: Section {
    let caption = language(OrderingText.packages)
    let columns = [
      TableColumn(title: language(OrderText.packageName)),
      TableColumn(title: language(OrderingText.ceiling), isNumber: true),
      TableColumn(title: language(OrderingText.officer)),
    ]
    let rows = packages.map { package -> [Cell] in
      let hasOfficer = package["commitmentOfficerId"]?.text != nil
      return [
        .link(url("package", package), package["name"]?.text ?? "", below: package["rupCode"]?.text),
        .money(package["ceiling"]?.int64.map { Rupiah($0) }),
        hasOfficer
          ? .badge(language(OrderingText.hasOfficer), .good)
          : .badge(language(OrderingText.noOfficer), .warn),
      ]
    }
    let empty = empty(OrderingText.noPackages, OrderingText.noPackagesAdvice)
    return Section(
      caption,
      ListTable(
        language: language, caption: caption, columns: columns, rows: rows, empty: empty, pages: ofPackages))
  }

  /// Why a list is empty: since nothing fits the words, or since there is nothing.
  private func empty(_ title: Words, _ advice: Words) -> EmptyState {
    words.isEmpty
      ? EmptyState(title: language(title), text: language(advice))
      : EmptyState(title: language(OrderingText.noMatch), text: language(OrderingText.noMatchAdvice))
  }

  private func url(_ name: String, _ item: JSONValue) -> PageURL {
    PageURL(path: ["orders", "new"], query: [(name, item["id"]?.text ?? "")] + kept)
  }
}
