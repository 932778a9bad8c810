import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
package import Tenancy

/// Gathers what people were told on the pages and have not read there into one message each.
package struct DueNotices: Sendable {
  /// How long a notice may be read on the pages before it goes out by mail.
  static let patience: TimeInterval = 120
  /// Nobody gets such messages more often; `nextDue` says it again in SQL.
  private static let pause: TimeInterval = 15 * 60
  /// Notices of one transaction at most.
  private static let batch = 500
  /// A message lists so many at most.
  package static let listed = 30

  private let tenant: Tenant
  private let now: Date

  package init(_ tenant: Tenant, at now: Date) {
    self.tenant = tenant
    self.now = now
  }

  /// - Returns: when something is to be gathered or sent next; nil where nothing waits.
  package func run(
    _ lease: borrowing some Lease & ~Copyable
  ) async throws -> (gather: Date?, send: Date?) {
    while try await forget(lease) {}
    while try await gather(lease) {}
    let results = try await lease.pipeline([Self.nextDue, Outbox.nextDue])
    return (try results[0].scalar(Date.self), try results[1].scalar(Date.self))
  }

  private static let urgent = SQLArray(NoticeKind.urgent.map(\.rawValue))

  /// A person's notices are due when the oldest is, and no sooner than a while after the last message; what is urgent
  /// does not wait.
  private static let nextDue: SQL = """
    SELECT min(CASE WHEN n.urgent THEN n.due ELSE greatest(n.due, m.last + interval '15 minutes') END) FROM (
      SELECT user_id, kind = ANY (\(urgent)) AS urgent, min(mail_due_at) AS due
      FROM notice WHERE mail_due_at IS NOT NULL GROUP BY 1, 2) n
    LEFT JOIN LATERAL (
      SELECT max(created_at) AS last FROM outbox_message WHERE user_id = n.user_id AND kind = 'notices') m ON true
    """

  /// What nobody is to be told by mail: it was read, is too old to be news, or the province sends none.
  private func forget(_ lease: borrowing some Lease & ~Copyable) async throws -> Bool {
    let latest = tenant.rulebook.publication.tellsByMail ? now - Letter.patience : now
    return try await lease.transaction { transaction in
      let forgotten = try await transaction.query(
        """
        UPDATE notice n SET mail_due_at = NULL FROM (
          SELECT user_id, id FROM notice
          WHERE mail_due_at <= \(now) AND (mail_due_at <= \(latest) OR read_at IS NOT NULL)
          LIMIT 5000 FOR UPDATE SKIP LOCKED) f
        WHERE n.user_id = f.user_id AND n.id = f.id
        """)
      return forgotten.affected == 5000
    }
  }

  /// - Returns: whether there may be more.
  private func gather(_ lease: borrowing some Lease & ~Copyable) async throws -> Bool {
    try await lease.transaction { transaction in
      let due = try await transaction.query(
        """
        SELECT n.user_id, n.id, u.email FROM notice n JOIN app_user u ON u.id = n.user_id
        WHERE n.mail_due_at <= \(now) AND (n.kind = ANY (\(Self.urgent)) OR NOT EXISTS (
          SELECT FROM outbox_message m
          WHERE m.user_id = n.user_id AND m.kind = 'notices' AND m.created_at > \(now - Self.pause)))
        ORDER BY n.mail_due_at LIMIT \(Self.batch) FOR UPDATE OF n SKIP LOCKED
        """
      ).rows(as: (UUID, UUID, String).self)
      if due.isEmpty { return false }
      let people = Dictionary(grouping: due, by: \.0)
      let letters = people.map { user, rows in
        Letter(
          .notices, to: user, at: rows[0].2,
          detail: [
            JSONMember(name: "notices", value: .array(rows.prefix(Self.listed).map { JSONValue($0.1) })),
            JSONMember(name: "more", value: JSONValue(max(0, rows.count - Self.listed))),
          ], now: now)
      }
      transaction.enqueue(letters.insertion)
      transaction.enqueue(
        """
        UPDATE notice n SET mail_due_at = NULL
        FROM unnest(\(SQLArray(due.map(\.0))), \(SQLArray(due.map(\.1)))) AS t(person, id)
        WHERE n.user_id = t.person AND n.id = t.id
        """)
      return due.count == Self.batch
    }
  }
}
