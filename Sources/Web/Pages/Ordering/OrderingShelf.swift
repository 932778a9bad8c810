import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The lines of an order that is being written, and what the catalogue has besides.
struct OrderingShelf {
  /// Products that are found at once; whoever does not see the right one searches more closely.
  private static let most = 12
  private static let mostLines = 60

  let page: PageCall

  /// The lines of the form and what was added to them just now; lines without a quantity are taken out.
  /// - Returns: also what cannot be added, since an order is one vendor's.
  func lines() async throws -> (lines: [OrderingLine], problems: [FormState.Problem]) {
    let kept = ids(OrderingForm.linePrefix)
    let added = ids(OrderingForm.addPrefix).filter { id in !kept.contains { $0.id == id.id } }
    var lines: [OrderingLine] = []
    var problems: [FormState.Problem] = []
    for entry in (kept + added).prefix(Self.mostLines) {
      guard let product = try await product(entry.id) else { continue }
      if let vendor = lines.first?.product.vendorID, vendor != product.vendorID {
        problems.append(
          FormState.Problem(
            field: OrderingForm.wordsField,
            sentence: page.language(OrderingText.otherVendor(product.content.name)),
            label: page.language(NeedText.productSearch)))
      } else {
        lines.append(OrderingLine(product: product, quantity: entry.quantity))
      }
    }
    return (lines, problems)
  }

  /// The product that the address names, as the first line; nil where it names none.
  /// - Throws: 404 for one that is not there.
  func asked() async throws -> OrderingLine? {
    guard let text = page.asked("product") else { return nil }
    guard let id = UUID(uuidString: text), let product = try await product(id) else { throw Problem.notFound }
    return OrderingLine(product: product, quantity: String(product.content.minimumQuantity ?? 1))
  }

  private func ids(_ prefix: String) -> [(id: UUID, quantity: String)] {
    page.form.texts.keys.filter { $0.hasPrefix(prefix) }.sorted().compactMap { name in
      guard let id = UUID(uuidString: String(name.dropFirst(prefix.count))),
        let quantity = page.form.filled(name)?.trimmingCharacters(in: .whitespaces), quantity != "0"
      else { return nil }
      return (id, quantity)
    }
  }

  private func product(_ id: UUID) async throws -> ProductRow? {
    let read = ReadProduct(id)
    let visit = try page.call.visit
    return try await page.call.withTenant { lease in
      do throws(any Error) {
        return try await read.row(visit, lease)
      } catch Procurement.Refusal.notFound {
        return nil
      }
    }
  }

  /// What the catalogue has for these words: of the vendor alone once the order has a line.
  func found(words: String?, category: String?, _ lines: [OrderingLine]) async throws -> [CatalogueItem] {
    var filter = ListProducts.Filter(sort: words == nil ? .price : .relevance)
    filter.words = words.map { String($0.prefix(200)) }
    filter.category = category
    filter.vendorID = lines.first?.product.vendorID
    let list = ListProducts(filter, PageRequest(limit: Self.most, cursor: nil))
    let visit = try page.call.visit
    let rows = try await page.call.withTenant { try await list.rows(visit, $0) }
    return rows.prefix(Self.most).filter { item in !lines.contains { $0.product.id == item.id } }
  }

  /// The categories of the province.
  var categories: [Choice] {
    let known = page.call.tenant?.rulebook.categories.values.map { $0 } ?? []
    return known.map { Choice(value: $0.code, text: page.language($0.name)) }
      .sorted { ($0.text, $0.value) < ($1.text, $1.value) }
  }
}
