import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// The orders in which the catalogue can be read; each pages by its own key.
package enum ProductSort: String, Sendable, CaseIterable {
  case relevance, newest, price
  case priceDescending = "-price"
  case name

  /// The name of the list, to which a cursor is bound.
  package var list: String { "products/\(rawValue)" }

  /// The order with the id as the last word, so that no two rows are equal.
  var order: SQL {
    switch self {
    case .relevance: "p.rank DESC, p.id DESC"
    case .newest: "p.created_at DESC, p.id DESC"
    case .price: "p.price, p.id"
    case .priceDescending: "p.price DESC, p.id DESC"
    case .name: "p.name COLLATE \"C\", p.id"
    }
  }

  /// The rows behind a cursor; nil where the cursor's value is none of this order.
  func after(_ cursor: Cursor) -> SQL? {
    switch self {
    case .relevance: Int64(cursor.value).map { "(p.rank, p.id) < (\($0), \(cursor.id))" }
    case .newest: cursor.instant.map { "(p.created_at, p.id) < (\($0), \(cursor.id))" }
    case .price: Int64(cursor.value).map { "(p.price, p.id) > (\($0), \(cursor.id))" }
    case .priceDescending: Int64(cursor.value).map { "(p.price, p.id) < (\($0), \(cursor.id))" }
    case .name:
      cursor.value.utf8.contains(0)
        ? nil : "(p.name COLLATE \"C\", p.id) > (\(cursor.value), \(cursor.id))"
    }
  }

  /// The key of a row, behind which the next page begins.
  package func cursor(at product: CatalogueItem) -> Cursor {
    switch self {
    case .relevance: Cursor(list: list, value: String(product.rank), id: product.id)
    case .newest: Cursor(list: list, at: product.createdAt, id: product.id)
    case .price, .priceDescending: Cursor(list: list, value: String(product.price.amount), id: product.id)
    case .name: Cursor(list: list, value: product.name, id: product.id)
    }
  }
}
