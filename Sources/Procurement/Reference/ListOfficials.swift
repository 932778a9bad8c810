import Authentication
package import EOrderRules
import Foundation
package import Postgres
package import StrictJSON

/// Active officials who work within the caller's reach or whose reach covers it, newest first.
package struct ListOfficials: Sendable {
  package static let name = "officials"

  /// What a list is narrowed to.
  package struct Filter: Sendable {
    package static let query: [ShapeField] = [
      .optional("role", .oneOf(Role.self)),
      .optional("q", .text(max: 200), "Words of the name, or of the NIP or e-mail address."),
    ]

    package var role: Role?
    package var words: SearchedWords?

    package init() {}

    /// Reads a query that the shape has checked.
    package init(query: JSONValue) {
      role = query["role"]?.text.flatMap { Role(rawValue: $0) }
      words = SearchedWords(query["q"]?.text)
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
  ) async throws -> [OfficialRow] {
    var conditions: [SQL] = ["u.vendor_id IS NULL", "u.active"]
    if let reach = reach(caller) { conditions.append(reach) }
    if let words = filter.words { conditions.append(words.fit("u.name, u.nip, u.email")) }
    if let role = filter.role {
      conditions.append(
        """
        EXISTS (SELECT FROM office_holding h WHERE h.user_id = u.id AND h.role = \(role.rawValue)
          AND \(Office.isInEffect("h", at: caller.now)))
        """)
    }
    return try await lease.query(
      try page.newest(OfficialRow.columns(at: caller.now), where: conditions, by: "u.created_at", "u.id")
    ).rows(OfficialRow.self)
  }

  /// Whoever works within the caller's units or above them, or holds an office there now.
  private func reach(_ caller: Caller) -> SQL? {
    guard let units = caller.actor.boundingUnits else { return nil }
    let bounds = SQLArray(units)
    let above = SQLArray(Array(Set(caller.actor.offices.flatMap(\.unitPath))))
    return """
      (u.unit_id IS NULL OR n.path && \(bounds) OR n.code = ANY (\(above)) OR EXISTS (
        SELECT FROM office_holding h JOIN unit w ON w.id = h.unit_id
        WHERE h.user_id = u.id AND w.path && \(bounds) AND \(Office.isInEffect("h", at: caller.now))))
      """
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    page.answer(try await rows(caller, lease), item: \.json) {
      Cursor(list: Self.name, at: $0.createdAt, id: $0.id)
    }
  }
}
