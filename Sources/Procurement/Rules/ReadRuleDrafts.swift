import Authentication
package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON

/// One draft of the rules.
package struct ReadRuleDraft: Sendable {
  private let id: UUID

  package init(_ id: UUID) { self.id = id }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let results = try await lease.pipeline(RuleDraftView.selects(id))
    guard let view = try RuleDraftView(results[...]) else { throw Refusal.notFound }
    return view.answer(for: caller.actor)
  }
}

/// Drafts of the rules, newest first.
package struct ListRuleDrafts: Sendable {
  package static let name = "rule-drafts"

  private let state: RuleDraftState?
  private let page: PageRequest

  package init(state: RuleDraftState?, _ page: PageRequest) {
    self.state = state
    self.page = page
  }

  package func callAsFunction(_ lease: borrowing some Lease & ~Copyable) async throws -> Answer {
    var conditions: [SQL] = ["true"]
    if let state { conditions.append("d.state = \(state.rawValue)") }
    let drafts = try await lease.query(
      try page.newest(RuleDraftRow.columns, where: conditions, by: "d.created_at", "d.id")
    ).rows(RuleDraftRow.self)
    return page.answer(drafts, item: \.json) { Cursor(list: Self.name, at: $0.createdAt, id: $0.id) }
  }
}
