import Authentication
package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON

/// One need.
package struct ReadNeed: Sendable {
  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let results = try await lease.pipeline(NeedView.selects(id))
    guard let view = try NeedView(results[...]), view.need.isVisible(to: caller.actor) else {
      throw Refusal.notFound
    }
    return view.answer(for: caller.actor)
  }
}

/// Needs within the caller's reach, newest first.
package struct ListNeeds: Sendable {
  package static let name = "needs"

  private let state: NeedState?
  private let page: PageRequest

  package init(state: NeedState?, _ page: PageRequest) {
    self.state = state
    self.page = page
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let needs = try await lease.query(try statement(caller.actor)).rows(NeedRow.self)
    let histories = try await lease.pipeline(needs.map { NeedEvent.select(need: $0.id) })
    let items = try zip(needs, histories).map { need, history in
      (need: need, json: NeedView(need, try history.rows(NeedEvent.self)).json(for: caller.actor))
    }
    return page.answer(items, item: \.json) {
      Cursor(list: Self.name, at: $0.need.createdAt, id: $0.need.id)
    }
  }

  private func statement(_ actor: Actor) throws -> SQL {
    var conditions = [
      actor.scope(
        year: "(SELECT y.year FROM package y WHERE y.id = d.package_id)", officer: "d.commitment_officer_id")
    ]
    if let state { conditions.append("d.state = \(state.rawValue)") }
    if let cursor = try page.behind {
      conditions.append("(d.created_at, d.id) < (\(cursor.at), \(cursor.id))")
    }
    return """
      \(NeedRow.columns) WHERE \(SQL(joining: conditions, separator: " AND "))
      ORDER BY d.created_at DESC, d.id DESC LIMIT \(page.limit + 1)
      """
  }
}
