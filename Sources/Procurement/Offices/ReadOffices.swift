import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// One office.
package struct ReadOffice: Sendable {
  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  /// - Throws: `Refusal.notFound`.
  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let found = try await lease.query(OfficeHolding.select(id, at: caller.now))
    guard let holding = try found.first(OfficeHolding.self) else { throw Refusal.notFound }
    return Answer(holding.json, version: holding.version)
  }
}

/// Who holds or held which office, newest first: officials see all of them, or nobody could check a signature.
package struct ListOffices: Sendable {
  package static let name = "offices"

  /// What the list is narrowed to.
  package struct Filter: Sendable {
    package static let query: [ShapeField] = [
      .optional("userId", .uuid), .optional("unitId", .uuid), .optional("role", .oneOf(Role.self)),
      .optional("kind", .oneOf(Office.Kind.self)),
      .optional("inEffect", .boolean, "Only those that give a right now, or only those that do not."),
    ]

    let userID: UUID?
    let unitID: UUID?
    let role: String?
    let kind: String?
    let inEffect: Bool?

    /// Reads a query that the shape has checked.
    package init(query: JSONValue) {
      userID = query["userId"]?.uuid
      unitID = query["unitId"]?.uuid
      role = query["role"]?.text
      kind = query["kind"]?.text
      inEffect = query["inEffect"]?.bool
    }
  }

  private let filter: Filter
  private let page: PageRequest

  package init(_ filter: Filter, _ page: PageRequest) {
    self.filter = filter
    self.page = page
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let rows = try await lease.query(try statement(caller)).rows(OfficeHolding.self)
    return page.answer(rows, item: \.json) { Cursor(list: Self.name, at: $0.grantedAt, id: $0.id) }
  }

  private func statement(_ caller: Caller) throws -> SQL {
    var conditions: [SQL] = ["u.vendor_id IS NULL"]
    if let user = filter.userID { conditions.append("h.user_id = \(user)") }
    if let unit = filter.unitID { conditions.append("n.id = \(unit)") }
    if let role = filter.role { conditions.append("h.role = \(role)") }
    if let kind = filter.kind { conditions.append("h.kind = \(kind)") }
    if let inEffect = filter.inEffect {
      conditions.append("(\(Office.isInEffect("h", at: caller.now))) = \(inEffect)")
    }
    return try page.newest(
      OfficeHolding.columns(at: caller.now), where: conditions, by: "h.granted_at", "h.id")
  }
}
