package import Authentication
package import EOrderRules
import Foundation
package import Postgres
package import StrictJSON

/// Vendors, newest first: officials see all, a vendor's people their own.
package struct ListVendors: Sendable {
  package static let name = "vendors"

  /// What a list is narrowed to.
  package struct Filter: Sendable {
    package static let query: [ShapeField] = [
      .optional("state", .oneOf(VendorState.self)),
      .optional("q", .text(max: 200), "Part of the business name, or a whole NIB."),
    ]

    package var state: VendorState?
    package var text: String?

    package init() {}

    /// Reads a query that the shape has checked.
    package init(query: JSONValue) {
      state = query["state"]?.text.flatMap { VendorState(rawValue: $0) }
      text = query["q"]?.text
    }
  }

  private let filter: Filter
  private let page: PageRequest

  package init(_ filter: Filter, _ page: PageRequest) {
    self.filter = filter
    self.page = page
  }

  package func rows(
    _ actor: Actor, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [VendorRow] {
    try await lease.query(try statement(actor)).rows(VendorRow.self)
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    page.answer(
      try await rows(caller.actor, lease), item: { $0.json(for: caller.actor, on: caller.today) },
      cursor: { Cursor(list: Self.name, at: $0.createdAt, id: $0.id) })
  }

  private func statement(_ actor: Actor) throws -> SQL {
    var conditions: [SQL] = actor.isOfficial ? ["true"] : ["v.id = \(actor.vendorID)"]
    if let state = filter.state { conditions.append("v.state = \(state.rawValue)") }
    if let text = filter.text {
      conditions.append("(position(lower(\(text)) IN lower(v.business_name)) > 0 OR v.nib = \(text))")
    }
    return try page.newest(VendorRow.columns, where: conditions, by: "v.created_at", "v.id")
  }
}
