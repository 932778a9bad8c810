import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// Orders of a unit, a vendor or the whole province, newest first unless another order is asked for.
package struct ListOrders: Sendable {
  package static let name = "orders"

  /// What a list is narrowed to, and how it is sorted.
  package struct Filter: Sendable {
    package static let query: [ShapeField] = [
      .optional("state", .oneOf(OrderState.self)), .optional("unitId", .uuid), .optional("vendorId", .uuid),
      .optional("from", .date, "First day of creation."), .optional("to", .date, "Last day of creation."),
      .optional("q", .text(max: 200), "Words of number, vendor, unit, package, note or what is ordered."),
      .optional("sort", .oneOf(OrderSort.self)),
    ]

    package var state: OrderState?
    package var unitID: UUID?
    package var vendorID: UUID?
    package var from: Day?
    package var to: Day?
    package var words: SearchedWords?
    package var sort = OrderSort.newest

    package init() {}

    /// Reads a query that the shape has checked.
    package init(query: JSONValue) {
      state = query["state"]?.text.flatMap { OrderState(rawValue: $0) }
      unitID = query["unitId"]?.uuid
      vendorID = query["vendorId"]?.uuid
      from = query["from"]?.day
      to = query["to"]?.day
      words = SearchedWords(query["q"]?.text)
      sort = query["sort"]?.text.flatMap { OrderSort(rawValue: $0) } ?? .newest
    }
  }

  private let filter: Filter
  private let page: PageRequest

  /// - Parameter page: its cursor is bound to `filter.sort.list`.
  package init(_ filter: Filter, _ page: PageRequest) {
    self.filter = filter
    self.page = page
  }

  package func rows(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [OrderSummary] {
    let columns = OrderSummary.columns(from: source(caller.actor))
    return try await lease.query(try statement(columns, caller)).rows(OrderSummary.self)
  }

  /// Whole orders, as each of them is answered alone.
  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let columns = OrderRecord.columns(from: source(caller.actor))
    let records = try await lease.query(try statement(columns, caller)).rows(OrderRecord.self)
    let views = try await OrderView.views(of: records, seenBy: caller.actor, lease)
    let items = try views.map { (view: $0, json: try $0.json(for: caller)) }
    return page.answer(items, item: \.json) { item in
      let order = item.view.order
      return filter.sort.cursor(
        id: order.id, createdAt: order.createdAt, deliverBy: order.terms.deliverBy, gross: order.money.gross)
    }
  }

  /// - Throws: `Refusal.invalid` at `/query/cursor`.
  private func statement(_ columns: SQL, _ caller: Caller) throws -> SQL {
    var conditions = scope(caller.actor) + narrowed(caller.tenant.calendar)
    if let cursor = page.cursor {
      guard let behind = filter.sort.after(cursor) else {
        throw Refusal.invalid([FieldError("/query/cursor", .badFormat)])
      }
      conditions.append(behind)
    }
    return """
      \(columns) WHERE \(SQL(joining: conditions, separator: " AND "))
      ORDER BY \(filter.sort.order) LIMIT \(page.limit + 1)
      """
  }

  private func narrowed(_ calendar: WorkCalendar) -> [SQL] {
    var conditions: [SQL] = []
    if let state = filter.state { conditions.append("o.state = \(state.rawValue)") }
    if filter.state != .cancelled { conditions.append("NOT o.discarded") }
    if let unit = filter.unitID { conditions.append("o.unit_id = \(unit)") }
    if let vendor = filter.vendorID { conditions.append("o.vendor_id = \(vendor)") }
    if let from = filter.from { conditions.append("o.created_at >= \(calendar.instant(of: from))") }
    if let to = filter.to { conditions.append("o.created_at < \(calendar.instant(of: to.adding(days: 1)))") }
    if let words = filter.words { conditions.append(words.all(Self.holds)) }
    return conditions
  }

  /// Whether a word stands in what people know an order by.
  private static func holds(_ word: String) -> SQL {
    """
    (\(SearchedWords.holds(word, "concat_ws(' ', o.number, o.vendor_name, n.name, o.note)"))
      OR EXISTS (SELECT FROM package y WHERE y.id = o.package_id
        AND \(SearchedWords.holds(word, "y.name || ' ' || y.rup_code")))
      OR EXISTS (SELECT FROM order_line l WHERE l.order_id = o.id AND \(SearchedWords.holds(word, "l.name"))))
    """
  }

  /// A vendor has what is its own, and what it had before.
  private func source(_ actor: Actor) -> SQL {
    guard let vendor = actor.vendorID else { return "purchase_order" }
    return """
      (SELECT c.* FROM purchase_order c WHERE c.vendor_id = \(vendor) UNION ALL \(PastOrder.rows(of: vendor)))
      """
  }

  private func scope(_ actor: Actor) -> [SQL] {
    if actor.isVendor { return ["o.issued_at IS NOT NULL"] }
    return [
      actor.scope(
        year: "(SELECT y.year FROM package y WHERE y.id = o.package_id)", officer: "o.commitment_officer_id")
    ]
  }
}
