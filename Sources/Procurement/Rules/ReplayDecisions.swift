package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
import Tenancy

/// Makes every kept decision of a province again, each from its own facts and by the rules of its own time.
package struct ReplayDecisions: Sendable {
  /// The first decision that comes out otherwise.
  package struct Finding: Error, Sendable, CustomStringConvertible {
    package let order: UUID
    package let number: String?
    package let step: String
    package let at: Date
    package let reason: String

    package var description: String {
      let name = number.map { "\($0) (\(order.lowercased))" } ?? order.lowercased
      return "order \(name), \(step) at \(RFC3339.text(at)): \(reason)"
    }
  }

  /// How many decisions came out the same, and how many orders were decided before facts were kept.
  package struct Outcome: Sendable {
    package let decisions: Int
    package let ordersWithout: Int
  }

  private static let batch = 500

  private let national: NationalRules

  /// - Parameter national: today's rules of the nation.
  package init(national: NationalRules) { self.national = national }

  /// - Throws: `Finding`.
  package func callAsFunction(_ lease: borrowing some Lease & ~Copyable) async throws -> Outcome {
    var (count, known) = (0, [[UInt8]: ReadRules]())
    var last: (at: Date, id: UUID) = (Date(timeIntervalSince1970: 0), Self.nobody)
    while true {
      let rows = try await lease.query(
        """
        SELECT \(KeptDecisionRow.columns) FROM order_decision d JOIN purchase_order o ON o.id = d.order_id
        WHERE (d.at, d.id) > (\(last.at), \(last.id)) ORDER BY d.at, d.id LIMIT \(Self.batch)
        """
      ).rows(KeptDecisionRow.self)
      for row in rows {
        let rules = try await self.rules(of: row, &known, lease)
        try Self.check(row, by: rules)
        last = (row.at, row.id)
      }
      count += rows.count
      if rows.count < Self.batch { break }
    }
    let without = try await lease.query(
      """
      SELECT count(*) FROM purchase_order o WHERE NOT EXISTS (SELECT FROM order_decision d WHERE d.order_id = o.id)
      """
    ).scalar(Int.self)
    return Outcome(decisions: count, ordersWithout: without ?? 0)
  }

  private static let nobody = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))

  private func rules(
    of row: KeptDecisionRow, _ known: inout [[UInt8]: ReadRules], _ lease: borrowing some Lease & ~Copyable
  ) async throws -> ReadRules {
    if let rules = known[row.rules] { return rules }
    let content = try await lease.query("SELECT content FROM decision_rules WHERE sha256 = \(row.rules)")
      .scalar(String.self)
    guard let content, Array(content.utf8).sha256 == row.rules else {
      throw row.finding("its rules are not those that it was decided by")
    }
    let rules = try ReadRules(Array(content.utf8), filledFrom: national)
    known[row.rules] = rules
    return rules
  }

  private static func check(_ row: KeptDecisionRow, by rules: ReadRules) throws {
    let decided: JSONValue
    do {
      let facts = try row.readFacts()
      decided = JSONValue(rule: try decide(facts, try rules.rulebook(on: facts.date)).tree)
    } catch let refusals as Refusals {
      throw row.finding("its facts cannot be read: \(refusals.sentences.joined(separator: " "))")
    } catch let error as RulesError {
      throw row.finding("it cannot be decided: \(error.description)")
    }
    let (stored, again) = (Self.substance(try JSONValue(parsing: row.decision)), Self.substance(decided))
    guard again.canonical != stored.canonical else { return }
    throw row.finding(difference(stored, again))
  }

  /// A decision without its sentences: a later release may say the same in other words.
  private static func substance(_ decision: JSONValue) -> JSONValue {
    let violations = (decision["violations"]?.elements ?? []).map { violation in
      JSONValue.object((violation.members ?? []).filter { !["message", "remedy"].contains($0.name) })
    }
    return .object(
      (decision.members ?? []).map { member in
        member.name == "violations"
          ? JSONMember(name: member.name, value: .array(violations)) : member
      })
  }

  /// The first member in which two decisions differ, with what it was and what it is.
  private static func difference(_ stored: JSONValue, _ decided: JSONValue) -> String {
    for member in decided.members ?? [] {
      let before = stored[member.name] ?? .null
      guard before.canonical != member.value.canonical else { continue }
      let (old, new) = (text(before), text(member.value))
      return "\(member.name) was \(old) and is \(new) by the same rules"
    }
    return "it says more than the same rules say"
  }

  private static func text(_ value: JSONValue) -> String {
    let text = String(decoding: value.canonical, as: UTF8.self)
    return text.count > 300 ? text.prefix(300) + "…" : text
  }
}

extension KeptDecisionRow {
  fileprivate func finding(_ reason: String) -> ReplayDecisions.Finding {
    ReplayDecisions.Finding(order: order, number: number, step: step, at: at, reason: reason)
  }
}
