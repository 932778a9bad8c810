import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// A decision with everything that it looked at and the rules that made it: enough to make it again.
struct KeptDecision: Sendable {
  private let facts: [UInt8]
  private let decision: [UInt8]
  private let version: String
  private let rules: KeptRules
  private let rulesAreKnown: Bool

  /// - Parameter context: what was read for the decision; it knows whether these rules decided before.
  init(_ facts: OrderFacts, _ decision: Decision, _ context: OrderContext, _ caller: Caller) {
    self.facts = JSONValue(rule: facts.tree).canonical
    self.decision = JSONValue(rule: decision.tree).canonical
    version = decision.rulesVersion
    rules = caller.tenant.rules
    rulesAreKnown = context.rulesAreKnown
  }

  /// What the audit entry tells of it: the hashes of all three.
  var told: JSONMember {
    JSONMember(
      name: "decided",
      value: [
        "facts": .string(hexadecimal(facts.sha256)), "decision": .string(hexadecimal(decision.sha256)),
        "rules": .string(hexadecimal(rules.sha256)),
      ])
  }

  /// The rules, once; two writes may bring them at once.
  func rulesInsertion(at now: Date) -> [SQL] {
    guard !rulesAreKnown else { return [] }
    return [
      """
      INSERT INTO decision_rules (sha256, version, content, without_year_end, kept_at)
      VALUES (\(rules.sha256), \(rules.version), \(String(decoding: rules.content, as: UTF8.self)),
        \(rules.isWithoutYearEnd), \(now)) ON CONFLICT (sha256) DO NOTHING
      """
    ]
  }

  func insertion(order: UUID, step: String, audit: UUID, at now: Date) -> SQL {
    """
    INSERT INTO order_decision (id, order_id, at, step, facts, decision, rules_version, rules_sha256, audit_id)
    VALUES (\(UUID.version7(at: now)), \(order), \(now), \(step), \(String(decoding: facts, as: UTF8.self)),
      \(String(decoding: decision, as: UTF8.self)), \(version), \(rules.sha256), \(audit))
    """
  }
}

extension OrderStep {
  /// Keeps what the step was decided by.
  mutating func keep(_ facts: OrderFacts, _ decision: Decision, _ context: OrderContext) {
    let kept = KeptDecision(facts, decision, context, caller)
    detail.append(kept.told)
    extra += kept.rulesInsertion(at: caller.now)
    let (order, step, now) = (order.id, transition.rawValue, caller.now)
    withAudit { kept.insertion(order: order, step: step, audit: $0, at: now) }
  }
}
