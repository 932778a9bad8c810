package import Authentication
import Foundation
package import Postgres
package import StrictJSON

/// Units within the caller's reach, newest first.
package struct ListUnits: Sendable {
  package static let name = "units"

  /// What a list is narrowed to.
  package static let query: [ShapeField] = [
    .optional("q", .text(max: 200), "Words of the name or the code.")
  ]

  private let words: SearchedWords?
  private let page: PageRequest

  package init(words: String? = nil, _ page: PageRequest) {
    self.words = SearchedWords(words)
    self.page = page
  }

  package func rows(_ actor: Actor, _ lease: borrowing some Lease & ~Copyable) async throws -> [UnitRow] {
    var conditions: [SQL] = ["true"]
    if let words { conditions.append(words.fit("n.code, n.name")) }
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
