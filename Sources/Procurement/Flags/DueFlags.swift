import EOrderRules
package import Foundation
package import Postgres
package import Tenancy

/// Looks at the flags that no single order shows: after steps that were taken, in the service's own time.
///
/// Each step leaves a row in a queue, so that a visit reads nothing but what has happened since the last one; a
/// late or doubled run changes nothing.
package struct DueFlags: Sendable {
  /// The schema that has the queue.
  package static let schemaVersion = 14
  /// Steps of one transaction at most.
  private static let batch = 200

  private let tenant: Tenant
  private let now: Date

  package init(_ tenant: Tenant, at now: Date) {
    self.tenant = tenant
    self.now = now
  }

  /// - Throws: what kept a step from being looked at, after all others had their turn.
  package func run(_ lease: borrowing some Lease & ~Copyable) async throws {
    let queue = CheckQueue(
      table: "flag_check", key: "event_id", columns: "order_id, transition", batch: Self.batch)
    let caller = Caller.system(tenant, at: now)
    try await queue.run(lease) { transaction, taken in
      var checks = FlagChecks(caller: caller, steps: try taken.rows(as: (UUID, String).self))
      try await checks.run(transaction)
      try await checks.found.raise(caller, transaction)
    }
  }
}

/// A flag that a check has found.
struct FoundFlag: Sendable {
  let flag: RaisedFlag
  /// Whether it looks at days that move on, so that its facts change with every order.
  let isOverTime: Bool

  /// Whether a stored flag stays as it is for now: what was settled for its period is not opened by one order more,
  /// and what is open is brought up to date once a day.
  func rests(_ stored: FlagRow, _ tenant: Tenant, at now: Date) -> Bool {
    guard isOverTime else { return false }
    return [.accepted, .escalated].contains(stored.state)
      || tenant.today(stored.updatedAt) == tenant.today(now)
  }
}

extension [FoundFlag] {
  /// Stores what is new among them, and renews what has changed.
  func raise(_ caller: Caller, _ transaction: borrowing Transaction) async throws {
    if isEmpty { return }
    let known = try await transaction.query(FlagRow.selectForUpdate(keys: map(\.flag.subject.key))).rows(
      FlagRow.self)
    for one in self {
      let stored = known.first(where: one.flag.isSame)
      if let stored, one.rests(stored, caller.tenant, at: caller.now) { continue }
      for statement in one.flag.statements(stored, caller) { transaction.enqueue(statement) }
    }
  }
}
