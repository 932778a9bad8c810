import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// A draft of the rules is given up.
package struct DiscardRuleDraft: Sendable {
  package static let shape = Shape.component(
    "RuleDiscard", .object([.optional("reason", .nullable(.note))]))

  private let id: UUID
  private let reason: String?

  package init(_ id: UUID, body: JSONValue) {
    self.id = id
    reason = body["reason"]?.text
  }

  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await write(lease, reading: [RuleDraftRow.selectForUpdate(id)]) { transaction, results in
      guard let draft = try results[0].first(RuleDraftRow.self) else { throw Refusal.notFound }
      try write.checkPrecondition(version: draft.version)
      guard RuleDraftTransition.discard.leads(from: draft.state) else {
        throw Refusal.wrongState(draft.state.rawValue)
      }
      let caller = caller.after(draft.lastEvent)
      var fact = RuleDraftFact(draft, .discard)
      fact.reason = reason
      transaction.enqueue(
        """
        UPDATE rule_draft SET state = 'discarded', updated_at = \(caller.now), version = version + 1 WHERE id = \(id)
        """)
      let told = RuleDraftNotice(draft, reason: reason, caller).ended(
        .ruleDraftDiscarded, author: draft.author.id)
      for statement in fact.insertions(caller) + told { transaction.enqueue(statement) }
      let stored = try await transaction.pipeline(RuleDraftView.selects(id))
      guard let view = try RuleDraftView(stored[...]) else { throw Refusal.notFound }
      return view.answer(for: caller.actor)
    }
  }
}
