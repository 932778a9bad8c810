package import EOrderRules
package import Foundation
import Postgres

/// The orders in which a list of orders can be read; each pages by its own key.
package enum OrderSort: String, Sendable, CaseIterable {
  case newest, oldest, deliverBy, gross
  case grossDescending = "-gross"

  /// The name of the list, to which a cursor is bound.
  package var list: String { self == .newest ? ListOrders.name : "\(ListOrders.name)/\(rawValue)" }

  /// The order with the id as the last word, so that no two rows are equal.
  var order: SQL {
    switch self {
    case .newest: "o.created_at DESC, o.id DESC"
    case .oldest: "o.created_at, o.id"
    case .deliverBy: "o.deliver_by, o.id"
    case .gross: "o.gross, o.id"
    case .grossDescending: "o.gross DESC, o.id DESC"
    }
  }

  /// The rows behind a cursor; nil where the cursor's value is none of this order.
  func after(_ cursor: Cursor) -> SQL? {
    switch self {
    case .newest: cursor.instant.map { "(o.created_at, o.id) < (\($0), \(cursor.id))" }
    case .oldest: cursor.instant.map { "(o.created_at, o.id) > (\($0), \(cursor.id))" }
    case .deliverBy: Day(cursor.value).map { "(o.deliver_by, o.id) > (\($0), \(cursor.id))" }
    case .gross: Int64(cursor.value).map { "(o.gross, o.id) > (\($0), \(cursor.id))" }
    case .grossDescending: Int64(cursor.value).map { "(o.gross, o.id) < (\($0), \(cursor.id))" }
    }
  }

  /// The key of a row, behind which the next page begins.
  package func cursor(id: UUID, createdAt: Date, deliverBy: Day, gross: Rupiah) -> Cursor {
    switch self {
    case .newest, .oldest: Cursor(list: list, at: createdAt, id: id)
    case .deliverBy: Cursor(list: list, value: deliverBy.description, id: id)
    case .gross, .grossDescending: Cursor(list: list, value: String(gross.amount), id: id)
    }
  }
}
