package import Authentication
import Foundation
package import Postgres
import StrictJSON

/// Units within the caller's reach, newest first.
package struct ListUnits: Sendable {
  package static let name = "units"

  private let page: PageRequest

  package init(_ page: PageRequest) { self.page = page }

  package func rows(_ actor: Actor, _ lease: borrowing some Lease & ~Copyable) async throws -> [UnitRow] {
    var conditions: [SQL] = ["true"]
    if let units = actor.boundingUnits { conditions.append("n.path && \(SQLArray(units))") }
    return try await lease.query(
      try page.newest(UnitRow.columns, where: conditions, by: "n.created_at", "n.id")
    ).rows(UnitRow.self)
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    page.answer(try await rows(caller.actor, lease), item: \.json) {
      Cursor(list: Self.name, at: $0.createdAt, id: $0.id)
    }
  }
}
