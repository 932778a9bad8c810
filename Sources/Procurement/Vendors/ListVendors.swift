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
      .optional("sort", .oneOf(RowSort.ofNames.map(\.rawValue))),
      .optional("state", .oneOf(VendorState.self)),
      .optional("q", .text(max: 200), "Part of the business name, or a whole NIB."),
    ]

    package var state: VendorState?
    package var text: String?
    package var sort = RowSort.newest

    package init() {}

    /// Reads a query that the shape has checked.
    package init(query: JSONValue) {
      state = query["state"]?.text.flatMap { VendorState(rawValue: $0) }
      text = query["q"]?.text
      sort = query["sort"]?.text.flatMap { RowSort(rawValue: $0) } ?? .newest
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
      cursor: {
        filter.sort.cursor(Self.name, id: $0.id, createdAt: $0.createdAt, name: $0.profile.businessName)
      })
  }

  private func statement(_ actor: Actor) throws -> SQL {
    var conditions: [SQL] = actor.isOfficial ? ["true"] : ["v.id = \(actor.vendorID)"]
    if let state = filter.state { conditions.append("v.state = \(state.rawValue)") }
    if let text = filter.text {
      conditions.append("(position(lower(\(text)) IN lower(v.business_name)) > 0 OR v.nib = \(text))")
    }
    return try filter.sort.statement(
      VendorRow.columns, where: conditions, page,
      RowSort.Keys(at: "v.created_at", id: "v.id", name: "v.business_name"))
  }
}
