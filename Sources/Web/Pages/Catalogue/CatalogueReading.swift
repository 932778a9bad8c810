import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// The catalogue as anyone reads it: words, filters, an order, and the way on.
struct CatalogueReading {
  private static let pageSize = 24
  private static let money: Set<String> = ["minPrice", "maxPrice"]

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func callAsFunction() async throws -> PageReply {
    let (query, typed, errors) = wishes
    let filter = ListProducts.Filter(query: query)
    let cursor = page.asked("cursor").flatMap { Cursor($0, list: filter.sort.list) }
    let list = ListProducts(filter, PageRequest(limit: Self.pageSize, cursor: cursor))
    let visit = try page.call.visit
    let rows = try await page.call.withTenant { try await list.rows(visit, $0) }
    var form = FormState(language: page.language, values: typed)
    form.problems = errors.map {
      let name = $0.pointer.replacing("/query/", with: "")
      return FormState.Problem(
        field: name, sentence: $0.limit(page.language) ?? page.language.pick($0.detail),
        label: CatalogueFilters.label(of: name).map { page.language($0) })
    }
    let shown = Array(rows.prefix(Self.pageSize))
    let content = CataloguePage(
      language: page.language, form: form, categories: categories(visit), regions: regions(visit),
      cards: shown.map { CataloguePage.Card($0, visit.rulebook, page.services.directory) },
      isFirst: cursor == nil,
      first: cursor == nil ? nil : url(typed, cursor: nil),
      next: rows.count > Self.pageSize
        ? shown.last.map { url(typed, cursor: filter.sort.cursor(at: $0).text()) } : nil)
    return .page(page.language(CatalogueText.title), content, status: errors.isEmpty ? 200 : 422)
  }

  /// What the query asks for: empty fields and unknown ones count for nothing.
  private var wishes: (query: JSONValue, typed: [String: String], errors: [FieldError]) {
    var texts: [(String, String)] = []
    var typed: [String: String] = [:]
    for (name, text) in QueryReader.pairs(page.query) {
      guard let text, !text.allSatisfy(\.isWhitespace), typed[name] == nil,
        ["q", "category", "minPrice", "maxPrice", "sort", "region"].contains(name)
      else { continue }
      typed[name] = text
      texts.append((name, Self.money.contains(name) ? TypedMoney.digits(text) : text))
    }
    let reader = QueryReader(
      PageURL(path: [], query: texts).text.split(separator: "?", maxSplits: 1).dropFirst().first.map(
        String.init),
      ListProducts.Filter.query)
    return (reader.value, typed, reader.errors)
  }

  private func url(_ typed: [String: String], cursor: String?) -> PageURL {
    let pairs = typed.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return PageURL(path: [], query: pairs + (cursor.map { [("cursor", $0)] } ?? []))
  }

  /// The regencies and cities of the province, by name.
  private func regions(_ visit: Visit) -> [Choice] {
    page.services.directory.regions(ofProvince: visit.rulebook.tenant.code)
      .map { Choice(value: $0.code, text: $0.name) }
  }

  private func categories(_ visit: Visit) -> [Choice] {
    visit.rulebook.categories.values
      .map { Choice(value: $0.code, text: page.language($0.name)) }
      .sorted { ($0.text, $0.value) < ($1.text, $1.value) }
  }
}

extension CataloguePage.Card {
  init(_ item: CatalogueItem, _ rulebook: Rulebook, _ directory: NationalDirectory) {
    self.init(
      id: item.id, name: item.name, category: rulebook.categories[item.category]?.name,
      vendor: item.vendorName,
      vendorID: item.vendorID,
      region: directory.regionName(item.regionCode) ?? item.regionCode, price: item.price,
      unit: item.unitOfMeasure,
      includesVat: item.priceIncludesVat,
      bearsVat: item.taxClass.bearsVat, least: item.minimumQuantity,
      picture: item.picture)
  }
}

extension Language {
  /// A text of the rules.
  func callAsFunction(_ text: BilingualText) -> String {
    pick(Bilingual(id: text.indonesian, en: text.english))
  }
}
