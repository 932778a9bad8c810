package import Authentication
package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
import Tenancy

/// One order as its parties and the auditor see it.
package struct ReadOrder: Sendable {
  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  /// - Throws: `Refusal.notFound`.
  package func view(_ actor: Actor, _ lease: borrowing some Lease & ~Copyable) async throws -> OrderView {
    let results = try await lease.pipeline(OrderView.selects(id))
    if let view = try OrderView(results[...]), view.order.isVisible(to: actor) { return view.seen(by: actor) }
    guard let vendor = actor.vendorID else { throw Refusal.notFound }
    let past = OrderRecord.columns(from: "(\(PastOrder.rows(of: vendor)))")
    let records = try await lease.query("\(past) WHERE o.id = \(id)").rows(OrderRecord.self)
    guard let view = try await OrderView.views(of: records, seenBy: actor, lease).first else {
      throw Refusal.notFound
    }
    return view
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await view(caller.actor, lease).answer(for: caller)
  }
}

/// Orders of a unit, a vendor or the whole province, newest first.
package struct ListOrders: Sendable {
  package static let name = "orders"

  /// What a list is narrowed to.
  package struct Filter: Sendable {
    package var state: OrderState?
    package var unitID: UUID?
    package var vendorID: UUID?
    package var from: Day?
    package var to: Day?

    package init() {}
  }

  private let filter: Filter
  private let page: PageRequest

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
    return page.answer(items, item: \.json) {
      Cursor(list: Self.name, at: $0.view.order.createdAt, id: $0.view.order.id)
    }
  }

  private func statement(_ columns: SQL, _ caller: Caller) throws -> SQL {
    var conditions = scope(caller.actor)
    if let state = filter.state { conditions.append("o.state = \(state.rawValue)") }
    if filter.state != .cancelled { conditions.append("NOT o.discarded") }
    if let unit = filter.unitID { conditions.append("o.unit_id = \(unit)") }
    if let vendor = filter.vendorID { conditions.append("o.vendor_id = \(vendor)") }
    let calendar = caller.tenant.calendar
    if let from = filter.from { conditions.append("o.created_at >= \(calendar.instant(of: from))") }
    if let to = filter.to { conditions.append("o.created_at < \(calendar.instant(of: to.adding(days: 1)))") }
    return try page.newest(columns, where: conditions, by: "o.created_at", "o.id")
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

/// An order as a list of the pages shows it.
package struct OrderSummary: RowDecodable, Sendable {
  package let id: UUID
  package let number: String?
  package let state: OrderState
  package let packageID: UUID
  package let packageName: String
  package let unitID: UUID
  package let unitName: String
  package let vendorID: UUID
  package let vendorName: String
  package let gross: Rupiah
  package let netToVendor: Rupiah
  package let deliverBy: Day
  package let note: String?
  package let createdAt: Date
  package let version: Int
  /// The first deadline that runs; nil where none does.
  package let dueAt: Date?

  package init(row: inout Row) throws {
    id = try row.next()
    number = try row.next(String?.self)
    state = OrderState(rawValue: try row.next()) ?? .draft
    packageID = try row.next()
    packageName = try row.next()
    unitID = try row.next()
    unitName = try row.next()
    vendorID = try row.next()
    vendorName = try row.next()
    gross = try row.next()
    netToVendor = try row.next()
    deliverBy = try row.next()
    note = try row.next(String?.self)
    createdAt = try row.next()
    version = try row.next()
    dueAt = try row.next(Date?.self)
  }

  static func columns(from rows: SQL) -> SQL {
    """
    SELECT o.id, o.number, o.state, o.package_id, p.name, o.unit_id, n.name, o.vendor_id, o.vendor_name, o.gross,
           o.net_to_vendor, o.deliver_by, o.note, o.created_at, o.version,
           (SELECT min(t.due_at) FROM order_timer t WHERE t.order_id = o.id AND t.working_days_left IS NULL
             AND t.kind IN ('accept', 'inspect', 'invoice', 'verify', 'pay', 'cure', 'dispute'))
    FROM \(rows) o JOIN unit n ON n.id = o.unit_id JOIN package p ON p.id = o.package_id
    """
  }
}
