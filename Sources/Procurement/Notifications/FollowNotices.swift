package import Authentication
package import Foundation
package import Postgres

/// What open streams of one province are to be told: new notices, counts of unread ones, and whose session has ended.
package struct FollowNotices: Sendable {
  /// A transaction that began earlier may end later, so that its notices are looked for a while longer.
  package static let memory: TimeInterval = 60
  /// Notices of one look at most; who missed more reads the list.
  private static let limit = 500

  private let users: [UUID]
  private let sessions: [UUID]
  private let now: Date

  package init(users: [UUID], sessions: [UUID], at now: Date) {
    self.users = users
    self.sessions = sessions
    self.now = now
  }

  package struct Found: Sendable {
    package let notices: [(user: UUID, notice: NoticeRow)]
    package let unread: [UUID: Int]
    package let openSessions: Set<UUID>
  }

  package func callAsFunction(_ lease: borrowing some Lease & ~Copyable) async throws -> Found {
    let people = SQLArray(users)
    let results = try await lease.pipeline([
      """
      SELECT user_id, id, at, kind, subject_type, subject_id, detail, read_at FROM notice
      WHERE user_id = ANY (\(people)) AND at > \(now - Self.memory) ORDER BY at, id LIMIT \(Self.limit)
      """,
      "SELECT user_id, count(*) FROM notice WHERE user_id = ANY (\(people)) AND read_at IS NULL GROUP BY user_id",
      """
      SELECT s.id FROM session s JOIN app_user u ON u.id = s.user_id
      WHERE s.id = ANY (\(SQLArray(sessions))) AND s.expires_at > \(now)
        AND s.last_seen > \(now - Sessions.idleLimit) AND u.active
      """,
    ])
    let counts = try results[1].rows(as: (UUID, Int64).self).map { ($0.0, Int($0.1)) }
    return Found(
      notices: try results[0].rows(ToldTo.self).map { ($0.user, $0.notice) },
      unread: Dictionary(counts) { first, _ in first },
      openSessions: Set(try results[2].column(UUID.self)))
  }

  /// What a person was told after a notice, oldest first; nothing where the notice is another's or unknown.
  package static func missed(
    by user: UUID, after last: UUID, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [NoticeRow] {
    try await lease.query(
      """
      \(NoticeRow.columns) WHERE user_id = \(user)
        AND (at, id) > (SELECT l.at, l.id FROM notice l WHERE l.user_id = \(user) AND l.id = \(last))
      ORDER BY at, id LIMIT \(limit)
      """
    ).rows(NoticeRow.self)
  }

  /// How many notices somebody with this session has not read.
  package static func unread(_ session: Secret) -> SQL {
    """
    SELECT count(*) FROM session s JOIN notice n ON n.user_id = s.user_id
    WHERE s.token_hash = \(session.hash) AND n.read_at IS NULL
    """
  }
}

private struct ToldTo: RowDecodable {
  let user: UUID
  let notice: NoticeRow

  init(row: inout Row) throws {
    user = try row.next()
    notice = try NoticeRow(row: &row)
  }
}
