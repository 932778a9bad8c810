import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// One account.
package struct ReadUser: Sendable {
  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  /// - Throws: `Refusal.notFound`.
  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    guard let user = try await lease.query(UserRow.select(id, at: caller.now)).first(UserRow.self),
      user.isKept(by: caller.actor)
    else { throw Refusal.notFound }
    return Answer(user.json, version: user.version)
  }
}

/// The accounts that the caller keeps, newest first.
package struct ListUsers: Sendable {
  package static let name = "users"

  /// What a list is narrowed to.
  package struct Filter: Sendable {
    package static let query: [ShapeField] = [
      .optional("q", .text(max: 200), "Part of the name, or a whole e-mail address."),
      .optional("sort", .oneOf(RowSort.ofNames.map(\.rawValue))),
      .optional("vendorId", .uuid), .optional("role", .oneOf(Role.self), "A role that is held now."),
    ]

    package var text: String?
    package var vendorID: UUID?
    package var role: Role?
    package var sort = RowSort.newest

    package init() {}

    /// Reads a query that the shape has checked.
    package init(query: JSONValue) {
      text = query["q"]?.text
      vendorID = query["vendorId"]?.uuid
      role = query["role"]?.text.flatMap { Role(rawValue: $0) }
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
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [UserRow] {
    let actor = caller.actor
    var conditions: [SQL] =
      actor.roles.contains(.tenantAdmin) ? ["true"] : ["u.vendor_id = \(actor.vendorID)"]
    if let vendor = filter.vendorID { conditions.append("u.vendor_id = \(vendor)") }
    if let role = filter.role {
      conditions.append(
        """
        EXISTS (SELECT FROM office_holding h WHERE h.user_id = u.id AND h.role = \(role.rawValue)
          AND \(Office.isInEffect("h", at: caller.now)))
        """)
    }
    if let text = filter.text {
      conditions.append("(position(lower(\(text)) IN lower(u.name)) > 0 OR u.email = lower(\(text)))")
    }
    return try await lease.query(
      try filter.sort.statement(
        UserRow.columns(at: caller.now), where: conditions, page,
        RowSort.Keys(at: "u.created_at", id: "u.id", name: "u.name"))
    ).rows(UserRow.self)
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    page.answer(try await rows(caller, lease), item: \.json) {
      filter.sort.cursor(Self.name, id: $0.id, createdAt: $0.createdAt, name: $0.name)
    }
  }
}
