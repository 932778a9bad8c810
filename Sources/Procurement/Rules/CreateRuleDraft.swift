import Authentication
import EOrderRules
import Foundation
package import Postgres
package import StrictJSON
package import Tenancy

/// An administrator of the province writes a change of its rules down.
package struct CreateRuleDraft: Sendable {
  private let body: JSONValue
  private let history: RuleHistory

  /// - Parameter history: the versions that the province has now.
  package init(body: JSONValue, after history: RuleHistory) {
    self.body = body
    self.history = history
  }

  /// - Throws: 422 with everything that is wrong with the change.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    try await write(lease, reading: ["SELECT code FROM unit"]) { transaction, results in
      let proposal = try RuleProposal(
        body, after: history, units: Set(try results[0].column(String.self)), today: caller.today)
      let id = UUID.version7(at: caller.now)
      let differences = JSONValue.array(proposal.differences.map(\.json))
      var fact = RuleDraftFact(new: id, settings: proposal.bytes)
      fact.detail = [
        JSONMember(name: "changes", value: differences),
        JSONMember(name: "replaces", value: proposal.replacedJSON),
      ]
      transaction.enqueue(insertion(id, proposal, differences, caller))
      for statement in fact.insertions(caller) { transaction.enqueue(statement) }
      let rulebook = proposal.file.rulebook
      let notice = RuleDraftNotice(
        id, version: rulebook.version, effectiveFrom: rulebook.effectiveFrom, caller)
      transaction.enqueue(notice.waiting())
      let stored = try await transaction.pipeline(RuleDraftView.selects(id))
      guard let view = try RuleDraftView(stored[...]) else { throw Refusal.notFound }
      return view.answer(for: caller.actor, status: 201)
    }
  }

  private func insertion(
    _ id: UUID, _ proposal: RuleProposal, _ differences: JSONValue, _ caller: Caller
  ) -> SQL {
    let rulebook = proposal.file.rulebook
    return """
      INSERT INTO rule_draft (id, state, rules_version, effective_from, settings, settings_sha256, base_sha256, changes,
        replaces, note, author_id, author_name, author_person, created_at, updated_at)
      VALUES (\(id), 'draft', \(rulebook.version), \(rulebook.effectiveFrom), \(proposal.bytes),
        \(proposal.bytes.sha256), \(proposal.base.sha256), \(JSONB(differences.encoded)), \(JSONB(proposal.replacedJSON.encoded)), \(proposal.note),
        \(caller.actor.userID), \(caller.actor.name), \(caller.actor.person), \(caller.now), \(caller.now))
      """
  }
}
