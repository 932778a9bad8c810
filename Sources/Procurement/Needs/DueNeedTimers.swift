import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
package import Tenancy

/// Reminds of needs that wait beyond their deadline: the procurement officer, and the commitment officer who gave
/// it away. Offers are opened by the operator alone.
package struct DueNeedTimers: Sendable {
  private let tenant: Tenant
  private let now: Date

  package init(_ tenant: Tenant, at now: Date) {
    self.tenant = tenant
    self.now = now
  }

  /// - Returns: the next due time, nil where nothing is waiting.
  package func run(_ lease: borrowing some Lease & ~Copyable) async throws -> Date? {
    while try await remindOne(lease) {}
    // Where the operator is about to open offers, what it writes is to be sealed soon after.
    return try await lease.query(
      """
      SELECT min(CASE WHEN fires THEN due_at ELSE greatest(due_at, \(now + 1)) END) FROM need_timer
      WHERE fires OR kind = 'offers'
      """
    ).scalar(Date.self)
  }

  private func remindOne(_ lease: borrowing some Lease & ~Copyable) async throws -> Bool {
    try await lease.transaction { transaction in
      let due = try await transaction.query(
        """
        SELECT t.need_id, t.kind FROM need_timer t JOIN need d ON d.id = t.need_id
        WHERE t.fires AND t.due_at <= \(now) ORDER BY t.due_at LIMIT 1 FOR UPDATE OF d SKIP LOCKED
        """
      ).first(as: (UUID, String).self)
      guard let (id, kind) = due else { return false }
      transaction.enqueue("UPDATE need_timer SET fires = false WHERE need_id = \(id) AND kind = \(kind)")
      guard let need = try await transaction.query(NeedRow.select(id)).first(NeedRow.self),
        NeedTransition.remind.leads(from: need.state)
      else { return true }
      let caller = Caller.system(tenant, at: now)
      let fact = NeedFact(
        need: id, position: need.events, transition: .remind, from: need.state, to: need.state,
        detail: [JSONMember(name: "timer", value: .string(kind))])
      for statement in fact.insertions(caller) { transaction.enqueue(statement) }
      let notice = need.notice(.needWaits, at: now)
      for person in [need.officerID, need.commitmentOfficerID].compactMap(\.self) {
        transaction.enqueue(notice.insertion(to: .user(person)))
      }
      return true
    }
  }
}
