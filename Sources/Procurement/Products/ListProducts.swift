import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// The catalogue: listed products of verified vendors, and for vendors and verifiers what else is theirs.
package struct ListProducts: Sendable {
  /// What a list is narrowed to, and how it is sorted.
  package struct Filter: Sendable {
    package static let query: [ShapeField] = [
      .optional("q", .text(max: 200), "Words of name and description; small slips of the pen are forgiven."),
      .optional("category", ProductContent.categoryCode),
      .optional("region", .text(.regionCode), "A region that the vendor serves, whole or in part."),
      .optional("minPrice", .integer(min: 0)), .optional("maxPrice", .integer(min: 0)),
      .optional("sort", .oneOf(ProductSort.self)), .optional("state", .oneOf(ProductState.self)),
      .optional("vendorId", .uuid),
    ]

    package var words: String?
    package var category: String?
    package var region: String?
    package var minimumPrice: Int64?
    package var maximumPrice: Int64?
    package var state: ProductState?
    package var vendorID: UUID?
    /// By relevance where words are asked for, else the newest first.
    package var sort: ProductSort

    package init(sort: ProductSort = .newest) { self.sort = sort }

    /// Reads a query that the shape has checked.
    package init(query: JSONValue) {
      words = query["q"]?.text
      category = query["category"]?.text
      region = query["region"]?.text
      minimumPrice = query["minPrice"]?.int64
      maximumPrice = query["maxPrice"]?.int64
      state = query["state"]?.text.flatMap { ProductState(rawValue: $0) }
      vendorID = query["vendorId"]?.uuid
      let asked = query["sort"]?.text.flatMap { ProductSort(rawValue: $0) } ?? .relevance
      sort = asked == .relevance && words == nil ? .newest : asked
    }
  }

  private let filter: Filter
  private let page: PageRequest

  /// - Parameter page: its cursor is bound to `filter.sort.list`.
  package init(_ filter: Filter, _ page: PageRequest) {
    self.filter = filter
    self.page = page
  }

  /// One row more than the page holds tells that there is a next page.
  package func rows(
    _ visit: Visit, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [CatalogueItem] {
    try await lease.query(try statement(visit)).rows(CatalogueItem.self)
  }

  /// - Throws: `Refusal.invalid` at `/query/cursor`.
  package func callAsFunction(
    _ visit: Visit, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    page.answer(
      try await rows(visit, lease), write: { $0.write(into: &$1) }, cursor: { filter.sort.cursor(at: $0) })
  }

  /// Without words the key of the order is a column and an index gives the page; with words the few
  /// rows that fit are ranked first.
  private func statement(_ visit: Visit) throws -> SQL {
    let narrowed = SQL(joining: conditions(visit), separator: " AND ")
    let behind = try behindCursor()
    guard let words = filter.words else {
      let rest: SQL = behind.map { " AND \($0)" } ?? ""
      return """
        \(CatalogueItem.columns), 0::bigint FROM product p WHERE \(narrowed)\(rest)
        ORDER BY \(filter.sort.order) LIMIT \(page.limit + 1)
        """
    }
    let rest: SQL = behind.map { "WHERE \($0)" } ?? ""
    return """
      \(CatalogueItem.columns), p.rank FROM (\(CatalogueWords(words).products(narrowed))) p
      \(rest) ORDER BY \(filter.sort.order) LIMIT \(page.limit + 1)
      """
  }

  private func behindCursor() throws -> SQL? {
    guard let cursor = page.cursor else { return nil }
    guard let behind = filter.sort.after(cursor) else {
      throw Refusal.invalid([FieldError("/query/cursor", .badFormat)])
    }
    return behind
  }
}

extension ListProducts {
  private func conditions(_ visit: Visit) -> [SQL] {
    var conditions = visible(to: visit.actor)
    if let state = filter.state { conditions.append("p.state = \(state.rawValue)") }
    if let vendor = filter.vendorID { conditions.append("p.vendor_id = \(vendor)") }
    if let category = filter.category { conditions.append("p.category = \(category)") }
    if let region = filter.region {
      let served = ServedRegion(region, under: visit.rulebook)
      conditions.append(served.isServed(named: "p.service_regions", address: "p.region_code"))
    }
    if let least = filter.minimumPrice { conditions.append("p.price >= \(least)") }
    if let most = filter.maximumPrice { conditions.append("p.price <= \(most)") }
    return conditions
  }

  private func visible(to actor: Actor?) -> [SQL] {
    if actor?.roles.contains(.verifier) == true { return ["true"] }
    if let own = actor?.vendorID {
      if filter.vendorID == own { return ["true"] }
      return ["((p.state = 'listed' AND p.vendor_verified) OR p.vendor_id = \(own))"]
    }
    // Word for word the condition of the catalogue's indexes.
    return ["p.state = 'listed' AND p.vendor_verified"]
  }
}
