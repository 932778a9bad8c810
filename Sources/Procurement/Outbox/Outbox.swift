package import Authentication
package import Foundation
package import Mail
package import Postgres
import StrictJSON

/// Messages of one province, or of central administration, that wait to be sent. Each is claimed for a short while,
/// handed over outside any transaction, and then noted; whoever is killed in between leaves a message that is tried
/// again.
package enum Outbox {
  /// Longer than handing over takes, since a server that does not answer ends it.
  private static let claim: TimeInterval = 30
  /// The pause after the first failure; it doubles up to an hour.
  private static let firstPause: TimeInterval = 15
  private static let longestPause: TimeInterval = 3600
  /// The longest pause while no server can be reached, so that mail goes out soon after it is back.
  private static let longestWait: TimeInterval = 300
  /// How long messages are kept that were sent or will never be.
  private static let memory: TimeInterval = 30 * 86_400

  /// Brings the outbox up to the present: old messages are forgotten, and those that are of no use any more given up,
  /// whether a server can be reached or not. What seems to be due later than anything is put off was written under a
  /// clock that has been set back since, and is due now.
  package static func tidy(at now: Date) -> [SQL] {
    [
      "DELETE FROM outbox_message WHERE ended_at < \(now - memory)",
      "UPDATE outbox_message SET state = 'given_up', ended_at = \(now) WHERE state = 'waiting' AND gives_up_at <= \(now)",
      """
      UPDATE outbox_message SET due_at = \(now)
      WHERE state = 'waiting' AND due_at > \(now + longestPause + claim)
      """,
    ]
  }

  /// Takes the first that is due, but before others what somebody waits for in front of a page; nobody else takes it.
  package static func take(
    in realm: SignIn.Realm = .tenant, at now: Date, _ transaction: borrowing Transaction
  ) async throws -> WaitingLetter? {
    try await transaction.query(
      """
      WITH due AS (
        SELECT id FROM outbox_message WHERE state = 'waiting' AND due_at <= \(now)
        ORDER BY kind = 'notices', due_at LIMIT 1 FOR UPDATE SKIP LOCKED
      ), m AS (
        UPDATE outbox_message o SET due_at = \(now + claim), attempts = o.attempts + 1 FROM due
        WHERE o.id = due.id RETURNING o.*
      )
      SELECT \(WaitingLetter.columns(in: realm)) FROM m JOIN app_user u ON u.id = m.user_id
      """
    ).first(WaitingLetter.self)
  }

  /// What a message lists; nothing of what was read in the meantime.
  package static func notices(
    of letter: WaitingLetter, _ transaction: borrowing Transaction
  ) async throws -> [ToldNotice] {
    let ids = letter.detail["notices"]?.elements?.compactMap(\.uuid) ?? []
    return try await transaction.query(
      """
      SELECT n.kind, n.subject_type, n.subject_id, n.detail
      FROM notice n JOIN outbox_message m ON m.user_id = n.user_id
      WHERE m.id = \(letter.id) AND n.id = ANY (\(SQLArray(ids))) AND n.read_at IS NULL ORDER BY n.at, n.id
      """
    ).rows(ToldNotice.self)
  }

  /// Notes what became of a try.
  package static func note(_ delivery: Delivery, of letter: WaitingLetter, at now: Date) -> SQL {
    switch delivery {
    case .accepted: ending(letter, "sent", nil, at: now)
    case .refused(let reason): ending(letter, "given_up", reason, at: now)
    case .deferred(let reason): retry(letter, reason, after: pause(after: letter.attempts), at: now)
    case .unreachable(let reason):
      retry(letter, reason, after: min(longestWait, pause(after: letter.attempts)), at: now)
    }
  }

  /// Notes that nobody waits for a message any more.
  package static func withdraw(_ letter: WaitingLetter, at now: Date) -> SQL {
    ending(letter, "withdrawn", nil, at: now)
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
