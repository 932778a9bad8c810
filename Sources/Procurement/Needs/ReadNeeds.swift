package import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// One need.
package struct ReadNeed: Sendable {
  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await view(caller.actor, lease).answer(for: caller.actor)
  }

  /// - Throws: `Refusal.notFound`.
  package func view(_ actor: Actor, _ lease: borrowing some Lease & ~Copyable) async throws -> NeedView {
    let results = try await lease.pipeline(NeedView.selects(id))
    guard let view = try NeedView(results[...]), view.need.isVisible(to: actor) else {
      throw Refusal.notFound
    }
    return view
  }
}

/// Needs within the caller's reach, newest first.
package struct ListNeeds: Sendable {
  package static let name = "needs"

  /// What a list is narrowed to.
  package struct Filter: Sendable {
    package static let query: [ShapeField] = [
      .optional("sort", .oneOf(RowSort.ofNeeds.map(\.rawValue))),
      .optional("state", .oneOf(NeedState.self)),
      .optional("q", .text(max: 200), "Words of the title, the specification, the package or the unit."),
    ]

    package var state: NeedState?
    package var words: SearchedWords?
    package var sort = RowSort.newest

    package init() {}

    /// Reads a query that the shape has checked.
    package init(query: JSONValue) {
      state = query["state"]?.text.flatMap { NeedState(rawValue: $0) }
      words = SearchedWords(query["q"]?.text)
      sort = query["sort"]?.text.flatMap { RowSort(rawValue: $0) } ?? .newest
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
    let needs = try await rows(caller.actor, lease)
    let parts = try await lease.pipeline(
      needs.flatMap { [NeedEvent.select(need: $0.id), NeedDeadline.select(need: $0.id)] })
    let items = try needs.enumerated().map { place, need in
      let view = NeedView(
        need, try parts[2 * place].rows(NeedEvent.self), try parts[2 * place + 1].rows(NeedDeadline.self))
      return (need: need, json: view.json(for: caller.actor))
    }
    return page.answer(items, item: \.json) {
      $0.need.cursor(filter.sort)
    }
  }

  /// One row more than the page holds tells that there is a next page.
  package func rows(_ actor: Actor, _ lease: borrowing some Lease & ~Copyable) async throws -> [NeedRow] {
    try await lease.query(try statement(actor)).rows(NeedRow.self)
  }

  private func statement(_ actor: Actor) throws -> SQL {
    var conditions = [
      actor.scope(
        year: "(SELECT y.year FROM package y WHERE y.id = d.package_id)", officer: "d.commitment_officer_id")
    ]
    if let words = filter.words {
      conditions.append(
        words.fit(
          """
          d.title, d.specification, n.name,
          (SELECT y.name || ' ' || y.rup_code FROM package y WHERE y.id = d.package_id)
          """))
    }
    if let state = filter.state { conditions.append("d.state = \(state.rawValue)") }
    return try filter.sort.statement(
      NeedRow.columns, where: conditions, page,
      RowSort.Keys(at: "d.created_at", id: "d.id", day: "d.needed_on"))
  }
}

extension NeedRow {
  /// Where the next page of a list in this order begins behind it.
  package func cursor(_ sort: RowSort) -> Cursor {
    sort.cursor(ListNeeds.name, id: id, createdAt: createdAt, day: content.neededOn)
  }
}
