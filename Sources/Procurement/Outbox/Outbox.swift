package import Foundation
package import Mail
package import Postgres
import StrictJSON

/// The messages of one province that wait to be sent. Each is claimed for a short while, handed over outside any
/// transaction, and then noted; whoever is killed in between leaves a message that is tried again.
package enum Outbox {
  /// Messages that are claimed together.
  private static let batch = 5
  /// Longer than handing over a batch takes, since a server that does not answer ends it.
  private static let claim: TimeInterval = 120
  /// The pause after the first failure; it doubles up to an hour.
  private static let firstPause: TimeInterval = 15
  private static let longestPause: TimeInterval = 3600
  /// The longest pause while no server can be reached, so that mail goes out soon after it is back.
  private static let longestWait: TimeInterval = 300
  /// How long messages are kept that were sent or will never be.
  private static let memory: TimeInterval = 30 * 86_400

  /// Takes some of what is due, in the order in which it fell due, but first what somebody waits for in front of a page;
  /// nobody else takes the same.
  package static func take(
    at now: Date, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [WaitingLetter] {
    try await lease.transaction { transaction in
      transaction.enqueue("DELETE FROM outbox_message WHERE ended_at < \(now - memory)")
      return try await transaction.query(
        """
        WITH due AS (
          SELECT id FROM outbox_message WHERE state = 'waiting' AND due_at <= \(now)
          ORDER BY kind = 'notices', due_at LIMIT \(batch) FOR UPDATE SKIP LOCKED
        ), m AS (
          UPDATE outbox_message o SET due_at = \(now + claim), attempts = o.attempts + 1 FROM due
          WHERE o.id = due.id RETURNING o.*
        )
        SELECT \(WaitingLetter.columns) FROM m JOIN app_user u ON u.id = m.user_id
        ORDER BY m.kind = 'notices', m.created_at, m.id
        """
      ).rows(WaitingLetter.self)
    }
  }

  /// What a message lists; nothing of what was read in the meantime.
  package static func notices(
    of letter: WaitingLetter, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [ToldNotice] {
    let ids = letter.detail["notices"]?.elements?.compactMap(\.uuid) ?? []
    return try await lease.query(
      """
      SELECT n.kind, n.subject_type, n.subject_id, n.detail
      FROM notice n JOIN outbox_message m ON m.user_id = n.user_id
      WHERE m.id = \(letter.id) AND n.id = ANY (\(SQLArray(ids))) AND n.read_at IS NULL ORDER BY n.at, n.id
      """
    ).rows(ToldNotice.self)
  }

  /// Notes what became of a try.
  package static func note(
    _ delivery: Delivery, of letter: WaitingLetter, at now: Date, _ lease: borrowing some Lease & ~Copyable
  ) async throws {
    let statement =
      switch delivery {
      case .accepted: ending(letter, "sent", nil, at: now)
      case .refused(let reason): ending(letter, "given_up", reason, at: now)
      case .deferred(let reason): retry(letter, reason, after: pause(after: letter.attempts), at: now)
      case .unreachable(let reason):
        retry(letter, reason, after: min(longestWait, pause(after: letter.attempts)), at: now)
      }
    try await lease.transaction { $0.enqueue(statement) }
  }

  /// Notes that nobody waits for a message any more.
  package static func withdraw(
    _ letter: WaitingLetter, at now: Date, _ lease: borrowing some Lease & ~Copyable
  ) async throws {
    try await lease.transaction { $0.enqueue(ending(letter, "withdrawn", nil, at: now)) }
  }

  /// Gives messages back that were claimed and not tried.
  package static func giveBack(
    _ letters: [WaitingLetter], until due: Date, _ lease: borrowing some Lease & ~Copyable
  ) async throws {
    try await lease.transaction { transaction in
      transaction.enqueue(
        """
        UPDATE outbox_message SET due_at = \(due), attempts = attempts - 1
        WHERE id = ANY (\(SQLArray(letters.map(\.id)))) AND state = 'waiting'
        """)
    }
  }

  /// When the next message is due; nil where none waits.
  package static let nextDue: SQL = "SELECT min(due_at) FROM outbox_message WHERE state = 'waiting'"

  private static func ending(_ letter: WaitingLetter, _ state: String, _ reason: String?, at now: Date) -> SQL
  {
    """
    UPDATE outbox_message SET state = \(state), refusal = coalesce(\(reason?.shortened), refusal), ended_at = \(now)
    WHERE id = \(letter.id) AND state = 'waiting'
    """
  }

  private static func retry(
    _ letter: WaitingLetter, _ reason: String, after pause: TimeInterval, at now: Date
  ) -> SQL {
    let due = now + pause
    if due >= letter.givesUpAt { return ending(letter, "given_up", reason, at: now) }
    return """
      UPDATE outbox_message SET due_at = \(due), refusal = \(reason.shortened)
      WHERE id = \(letter.id) AND state = 'waiting'
      """
  }

  /// How long a message waits after so many tries.
  static func pause(after attempts: Int) -> TimeInterval {
    min(longestPause, firstPause * Double(1 << min(20, max(0, attempts - 1))))
  }
}

extension String {
  /// The words of a server, which may be many.
  fileprivate var shortened: String {
    String(unicodeScalars.prefix(500).map { $0.value < 0x20 ? " " : Character($0) })
  }
}
