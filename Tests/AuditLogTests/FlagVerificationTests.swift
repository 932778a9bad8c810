import AuditLog
import Foundation
import Postgres
import StrictJSON
import Testing

/// What was said of a red flag is compared with the log.
@Suite struct FlagVerificationTests {
  @Test func anUntouchedFlagIsRight() async throws {
    let log = try await TestLog.create()
    try await log.tell()
    try await log.tellFlag()
    #expect(try await log.finding() == nil)
  }

  @Test(arguments: [
    "UPDATE flag SET state = 'open'", "UPDATE flag SET code = 'SPL2'", "UPDATE flag SET severity = 'info'",
    "UPDATE flag SET explanation = '{\"sum\": 1}'", "UPDATE flag SET rules_version = '2026.1'",
    "UPDATE flag SET order_id = NULL", "UPDATE flag SET unit_id = gen_random_uuid()",
    "UPDATE flag SET justification = 'Lain.'",
    "UPDATE flag_event SET user_id = gen_random_uuid() WHERE transition = 'accept'",
    "UPDATE flag_event SET at = at - interval '1 hour' WHERE transition = 'accept'",
    "UPDATE flag_event SET role = 'treasurer' WHERE transition = 'accept'",
    "UPDATE flag_event SET reason = 'Lain.' WHERE transition = 'accept'",
    "UPDATE flag_event SET reason_code = 'urgent_need' WHERE transition = 'accept'",
    "UPDATE flag_event SET to_state = 'escalated' WHERE transition = 'accept'",
    "UPDATE flag_event SET position = 4 WHERE transition = 'accept'",
    "DELETE FROM flag_event WHERE transition = 'accept'",
  ])
  func tamperingIsFound(harm: String) async throws {
    let log = try await TestLog.create()
    try await log.tell()
    try await log.tellFlag()
    try await log.harm(harm)
    #expect(try await log.finding() != nil, "\(harm) must be found")
  }
}

extension TestLog {
  /// A flag on the order that was raised, justified and accepted.
  func tellFlag() async throws {
    let flag = UUID.version7(at: Self.start)
    let explanation: JSONValue = ["sum": 51_000_000, "orders": []]
    let about: [JSONMember] = [
      JSONMember(name: "code", value: "SPL3"), JSONMember(name: "severity", value: "hold"),
      JSONMember(name: "orderId", value: .string(order.lowercased)),
      JSONMember(name: "unitId", value: .string(line.lowercased)),
      JSONMember(name: "explanation", value: explanation),
    ]
    let row: SQL = """
      INSERT INTO flag (id, code, severity, state, subject_key, unit_id, order_id, rules_version, legal, message,
        explanation, justification, raised_at, updated_at)
      VALUES (\(flag), 'SPL3', 'hold', 'accepted', 'order', \(line), \(order), '2025.1', '', '{}',
        \(JSONB(explanation.encoded)), 'Dua acara.', \(Self.start), \(Self.start))
      """
    try await said(flag, "raise", 0, from: nil, to: "open", by: nil, reason: nil, about, before: [row])
    try await said(flag, "justify", 1, from: "open", to: "open", by: user, reason: "Dua acara.")
    try await said(flag, "accept", 2, from: "open", to: "accepted", by: user, reason: "Jelas.")
  }

  private func said(
    _ flag: UUID, _ transition: String, _ position: Int, from: String?, to: String, by user: UUID?,
    reason: String?, _ more: [JSONMember] = [], before: [SQL] = []
  ) async throws {
    let role = user == nil ? "system" : "auditor"
    let entry = AuditEntry(
      at: Self.start + 3600 + Double(position) * 60, actor: user?.lowercased ?? "system", role: role,
      action: "flag.\(transition)", subjectType: "flag", subjectID: flag.lowercased, ruleVersion: "2025.1",
      detail: .object(
        [
          JSONMember(name: "from", value: JSONValue(from)), JSONMember(name: "to", value: .string(to)),
          JSONMember(name: "reason", value: JSONValue(reason)), JSONMember(name: "reasonCode", value: .null),
        ] + more))
    let event: SQL = """
      INSERT INTO flag_event (id, flag_id, position, at, user_id, actor_name, role, transition, from_state, to_state,
        reason, audit_id)
      VALUES (\(UUID.version7(at: entry.at)), \(flag), \(position), \(entry.at), \(user), 'Siti', \(role),
        \(transition), \(from), \(to), \(reason), \(entry.id))
      """
    try await write(entry, [event]) { _ in before.first ?? "SELECT 1" }
  }
}
