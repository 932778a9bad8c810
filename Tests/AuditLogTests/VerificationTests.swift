import Foundation
import Postgres
import StrictJSON
import Testing

@testable import AuditLog

/// An untouched log holds; whatever is changed, removed or moved past every right is found.
@Suite(.serialized) struct VerificationTests {
  @Test func anUntouchedLogHolds() async throws {
    let log = try await TestLog.create()
    try await log.tell()
    #expect(try await log.verify() == 5)
    #expect(try await log.verify(since: 3) == 5)
  }

  private static let swap = """
    CREATE TEMP TABLE pair AS SELECT index, entry_id, hash, sealed_at FROM audit_leaf WHERE index IN (1, 3);
    DELETE FROM audit_leaf WHERE index IN (1, 3);
    """

  @Test(arguments: [
    "UPDATE audit_entry SET leaf = set_byte(leaf, 10, (get_byte(leaf, 10) + 1) % 256) WHERE action = 'order.issue'",
    "UPDATE audit_entry SET actor = gen_random_uuid()::text WHERE action = 'order.issue'",
    "UPDATE audit_entry SET rule_version = '2026.1' WHERE action = 'order.issue'",
    "DELETE FROM audit_entry WHERE action = 'order.submit'",
    "DELETE FROM audit_leaf WHERE index = 2",
    "UPDATE audit_leaf SET hash = sha256('x') WHERE index = 2",
    "DELETE FROM audit_leaf WHERE index = 4",
    // Leaves change places: with their instants, and without.
    swap + "INSERT INTO audit_leaf SELECT 4 - index, entry_id, hash, sealed_at FROM pair",
    swap
      + "INSERT INTO audit_leaf SELECT p.index, o.entry_id, o.hash, p.sealed_at FROM pair p JOIN pair o ON o.index <> p.index",
    // Who, when, what and why of the facts.
    "UPDATE order_event SET user_id = gen_random_uuid() WHERE transition = 'issue'",
    "UPDATE order_event SET role = 'auditor' WHERE transition = 'issue'",
    "UPDATE order_event SET at = at - interval '1 hour' WHERE transition = 'issue'",
    "UPDATE order_event SET reason = NULL WHERE transition = 'issue'",
    "UPDATE order_event SET detail = '{\"number\": \"1\"}' WHERE transition = 'issue'",
    "UPDATE order_event SET position = 9 WHERE transition = 'accept'",
    "UPDATE order_event SET to_state = 'declined' WHERE transition = 'accept'",
    "DELETE FROM order_event WHERE transition = 'accept'",
    "UPDATE vendor_event SET user_id = gen_random_uuid()", "UPDATE vendor_event SET user_id = NULL",
    "UPDATE vendor_event SET at = at + interval '1 day'", "UPDATE vendor_event SET from_state = 'returned'",
    "UPDATE vendor_event SET reason = 'Karena.'", "DELETE FROM vendor_event",
    "UPDATE budget_entry SET at = at + interval '1 day' WHERE transition = 'issue'",
    "UPDATE budget_entry SET order_id = NULL WHERE transition = 'issue'",
    "UPDATE budget_entry SET budget_line_id = gen_random_uuid() WHERE transition = 'issue'",
    "UPDATE budget_entry SET transition = 'reissue' WHERE transition = 'issue'",
    "UPDATE budget_entry SET committed = 1 WHERE transition = 'issue'",
    "DELETE FROM budget_entry WHERE transition = 'issue'",
    "UPDATE budget_line SET committed = 1",
    "UPDATE purchase_order SET rules_version = '2026.1'", "UPDATE purchase_order SET state = 'paid'",
    "UPDATE purchase_order SET gross = 110000, net_to_vendor = 110000",
  ])
  func tamperingIsFound(harm: String) async throws {
    let log = try await TestLog.create()
    try await log.tell()
    try await log.harm(harm)
    #expect(try await log.finding() != nil, "\(harm) must be found")
  }

  @Test func anEntryThatWasSlippedInIsFound() async throws {
    let log = try await TestLog.create()
    try await log.tell()
    try await log.harm(
      "CREATE TEMP TABLE late AS SELECT * FROM audit_entry LIMIT 1; UPDATE late SET id = gen_random_uuid(); INSERT INTO audit_entry SELECT * FROM late"
    )
    #expect(try await log.finding()?.reason.contains("never sealed") == true)
  }

  @Test func anEntryThatIsGoneBeforeItIsSealedIsFound() async throws {
    let log = try await TestLog.create()
    try await log.withConnection { connection in
      try await connection.transaction { $0.enqueue(Self.entry(at: TestLog.start).insertion) }
    }
    #expect(try await log.verify() == 1)
    try await log.harm("DELETE FROM audit_entry")
    #expect(try await log.finding()?.reason.contains("before it was sealed") == true)
  }

  static func entry(at now: Date) -> AuditEntry {
    AuditEntry(
      at: now, actor: "operator", role: "operator", action: "import.units", subjectType: "import",
      subjectID: "1",
      detail: [:])
  }
}
