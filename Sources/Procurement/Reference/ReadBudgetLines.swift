package import Authentication
import Crypto
package import Foundation
package import Postgres
package import StrictJSON

/// One budget line within the caller's reach.
package struct ReadBudgetLine: Sendable {
  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  /// - Throws: `Refusal.notFound`.
  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let line = try await lease.query("\(BudgetLineRow.columns) WHERE b.id = \(id)").first(BudgetLineRow.self)
    guard let line, caller.actor.reaches(unitPath: line.unitPath, year: line.year) else {
      throw Refusal.notFound
    }
    let body = line.json.encoded
    // The line has no version: orders move its money without one, so the tag is made from what is shown.
    return Answer(body: body, etag: hexadecimal(Array(SHA256.hash(data: body).prefix(16))))
  }
}

/// Budget lines within the caller's reach, newest first.
package struct ListBudgetLines: Sendable {
  package static let name = "budget-lines"

  private let filter: YearAndUnit
  private let page: PageRequest
  /// The lines that are asked for; nil for all.
  private let ids: [UUID]?

  package init(_ filter: YearAndUnit, _ page: PageRequest) {
    self.filter = filter
    self.page = page
    ids = nil
  }

  /// Those of these lines that are within reach.
  package init(ids: [UUID]) {
    filter = YearAndUnit()
    page = PageRequest(limit: max(1, ids.count), cursor: nil)
    self.ids = ids
  }

  package func rows(
    _ actor: Actor, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [BudgetLineRow] {
    var conditions = [actor.scope(year: "b.year")]
    if let ids { conditions.append("b.id = ANY (\(SQLArray(ids)))") }
    if let words = filter.words { conditions.append(words.fit("b.code, b.account, b.activity_code, b.name")) }
    if let unit = filter.unitID { conditions.append("b.unit_id = \(unit)") }
    if let year = filter.year { conditions.append("b.year = \(year)") }
    return try await lease.query(
      try page.newest(BudgetLineRow.columns, where: conditions, by: "b.created_at", "b.id")
    ).rows(BudgetLineRow.self)
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    page.answer(try await rows(caller.actor, lease), item: \.json) {
      Cursor(list: Self.name, at: $0.createdAt, id: $0.id)
    }
  }
}

/// What lists of budget lines and packages are narrowed to.
package struct YearAndUnit: Sendable {
  package static let query: [ShapeField] = [
    .optional("year", .integer(min: 2000, max: 2999)), .optional("unitId", .uuid),
    .optional("q", .text(max: 200), "Words of the name or the code."),
  ]

  package var year: Int?
  package var unitID: UUID?
  package var words: SearchedWords?
  /// Only packages that somebody is responsible for.
  package var isAssigned = false

  package init() {}

  /// Reads a query that the shape has checked.
  package init(query: JSONValue) {
    year = query["year"]?.int
    unitID = query["unitId"]?.uuid
    words = SearchedWords(query["q"]?.text)
  }
}
