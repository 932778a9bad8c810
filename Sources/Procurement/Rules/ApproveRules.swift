import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
package import Tenancy

/// Another person than the author agrees to a change of the rules; from then on it is published whatever happens.
package struct ApproveRules: Sendable {
  package static let shape = Shape.component(
    "RuleApproval", .object([.optional("reason", .nullable(.note))]))

  private let id: UUID
  private let reason: String?
  private let history: RuleHistory
  private let national: NationalRules

  /// - Parameter history: the versions that the province has now.
  package init(_ id: UUID, body: JSONValue, after history: RuleHistory, national: NationalRules) {
    self.id = id
    reason = body["reason"]?.text
    self.history = history
    self.national = national
  }

  /// - Throws: `Refusal` in the order of api.md §2; `rules_changed` where other rules were accepted since the draft
  ///   was written.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let simulation = try await simulationIfNone(caller, lease)
    let reads = [RuleDraftRow.lockApprovals, RuleDraftRow.selectForUpdate(id), RuleDraftRow.isOvertaken(id)]
    return try await write(lease, reading: reads) { transaction, results in
      guard let draft = try results[1].first(RuleDraftRow.self) else { throw Refusal.notFound }
      try write.checkPrecondition(version: draft.version)
      try check(draft, isOvertaken: try results[2].scalar(Bool.self) ?? false, caller)
      var caller = caller.after(draft.lastEvent)
      if let simulation, draft.simulation == nil {
        for statement in draft.simulated(simulation, caller) { transaction.enqueue(statement) }
        caller = caller.after(caller.now)
      }
      for statement in approval(of: draft, isSimulated: simulation == nil || draft.simulation != nil, caller)
      {
        transaction.enqueue(statement)
      }
      let stored = try await transaction.pipeline(RuleDraftView.selects(id))
      guard let view = try RuleDraftView(stored[...]) else { throw Refusal.notFound }
      return view.answer(for: caller.actor)
    }
  }

  /// Nothing is published that nobody has tried: who approves unseen has it tried now.
  private func simulationIfNone(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> RuleSimulation.Outcome? {
    let draft = try await lease.query(RuleDraftRow.select(id)).first(RuleDraftRow.self)
    guard let draft, draft.state == .draft, draft.simulation == nil else { return nil }
    return try await RuleDraftRow.simulation(
      id, days: RuleSimulation.usualDays, national: national, caller, lease)
  }

  private func check(_ draft: RuleDraftRow, isOvertaken: Bool, _ caller: Caller) throws {
    guard RuleDraftTransition.approve.leads(from: draft.state) else {
      throw Refusal.wrongState(draft.state.rawValue)
    }
    guard draft.author.person != caller.actor.person else { throw Refusal.ownDraft }
    guard !isOvertaken, let newest = history.newest, newest.sha256 == draft.base else {
      throw Refusal.conflict(code: "rules_changed", pointer: nil)
    }
    do throws(RuleFileError) {
      _ = try TenantFile(
        draft.settings, national: national, changeOn: caller.today, from: newest.file.settings)
    } catch {
      let errors = RuleFileErrors(.changes(units: []), national: national, day: draft.effectiveFrom)
      throw Refusal.invalid(errors(error.problems))
    }
  }

  private func approval(of draft: RuleDraftRow, isSimulated: Bool, _ caller: Caller) -> [SQL] {
    var fact = RuleDraftFact(draft, .approve, position: draft.events + (isSimulated ? 0 : 1))
    fact.reason = reason
    fact.detail = [JSONMember(name: "changes", value: draft.changes)]
    return fact.insertions(caller) + [
      """
      UPDATE rule_draft SET state = 'approved', approver_id = \(caller.actor.userID),
        approver_name = \(caller.actor.name), approver_person = \(caller.actor.person), updated_at = \(caller.now),
        version = version + 1 WHERE id = \(id)
      """
    ] + RuleDraftNotice(draft, reason: reason, caller).ended(.ruleDraftApproved, author: draft.author.id)
  }
}
