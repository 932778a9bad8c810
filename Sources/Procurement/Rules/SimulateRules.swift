import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// Somebody looks at what a draft of the rules would have changed.
package struct SimulateRules: Sendable {
  /// The most orders that one answer tells of.
  static let most = 500

  package static let shape = Shape.component(
    "RuleSimulationInput",
    .object([.optional("days", .integer(min: 1, max: 366), "How far back; 90 where absent.")]))

  private let id: UUID
  private let days: Int
  private let national: NationalRules

  package init(_ id: UUID, body: JSONValue, national: NationalRules) {
    self.id = id
    days = body["days"]?.int ?? RuleSimulation.usualDays
    self.national = national
  }

  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let outcome = try await RuleDraftRow.simulation(
      id, days: days, national: national, caller, lease)
    return try await write(lease, reading: [RuleDraftRow.selectForUpdate(id)]) { transaction, results in
      guard let draft = try results[0].first(RuleDraftRow.self) else { throw Refusal.notFound }
      try write.checkPrecondition(version: draft.version)
      guard RuleDraftTransition.simulate.leads(from: draft.state) else {
        throw Refusal.wrongState(draft.state.rawValue)
      }
      for statement in draft.simulated(outcome, caller.after(draft.lastEvent)) {
        transaction.enqueue(statement)
      }
      return Answer(outcome.json(limit: Self.most))
    }
  }
}

extension RuleDraftRow {
  /// What a draft would have changed; nothing is locked meanwhile.
  /// - Throws: `Refusal.notFound`; `wrongState` where there is no more to try.
  static func simulation(
    _ id: UUID, days: Int, national: NationalRules, _ caller: Caller,
    _ lease: borrowing some Lease & ~Copyable
  ) async throws -> RuleSimulation.Outcome {
    guard let draft = try await lease.query(select(id)).first(RuleDraftRow.self) else {
      throw Refusal.notFound
    }
    guard RuleDraftTransition.simulate.leads(from: draft.state) else {
      throw Refusal.wrongState(draft.state.rawValue)
    }
    let file = try TenantFile(draft.settings, national: national)
    return try await RuleSimulation(file, tenant: caller.tenant, days: days, at: caller.now)(lease)
  }

  /// That somebody looked, and what was seen.
  func simulated(_ outcome: RuleSimulation.Outcome, _ caller: Caller) -> [SQL] {
    var fact = RuleDraftFact(self, .simulate)
    fact.detail = [JSONMember(name: "simulation", value: outcome.counts)]
    return fact.insertions(caller) + [
      """
      UPDATE rule_draft SET simulation = \(JSONB(outcome.counts.encoded)), updated_at = \(caller.now),
        version = version + 1 WHERE id = \(id)
      """
    ]
  }
}
