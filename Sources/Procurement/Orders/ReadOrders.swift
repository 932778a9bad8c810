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

  /// The key of the row in a list that is sorted so.
  package func cursor(_ sort: OrderSort) -> Cursor {
    sort.cursor(id: id, createdAt: createdAt, deliverBy: deliverBy, gross: gross)
  }

  static func columns(from rows: SQL) -> SQL {
    """
    SELECT o.id, o.number, o.state, o.package_id, p.name, o.unit_id, n.name, o.vendor_id, o.vendor_name, o.gross,
           o.net_to_vendor, o.deliver_by, o.note, o.created_at, o.version,
           (SELECT min(t.due_at) FROM order_timer t WHERE t.order_id = o.id AND t.working_days_left IS NULL
             AND t.kind = ANY (\(SQLArray(OrderTimer.allCases.map(\.rawValue)))))
    FROM \(rows) o JOIN unit n ON n.id = o.unit_id JOIN package p ON p.id = o.package_id
    """
  }
}
